import { BlockList, isIP } from 'node:net';

const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addAddress('::1', 'ipv6');

/** Whether a server is on this machine, or in the network round it: nobody pays for its tokens. */
export function isLocal(baseUrl: string): boolean {
  const host = new URL(baseUrl).hostname.replace(/^\[(.*)\]$/u, '$1');
  const version = isIP(host);
  if (version === 0) return host === 'localhost' || host.endsWith('.local');
  return near.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
