import type { Launch } from '../../../sandbox/pool/launch.ts';

const prelude = `
  import { writeSync } from 'node:fs';
  const write = (bytes) => { for (let from = 0; from < bytes.length;) from += writeSync(3, bytes, from); };
  const frame = (text) => { const body = Buffer.from(text); const head = Buffer.alloc(4); head.writeUInt32LE(body.length); return Buffer.concat([head, body]); };
  const say = (message) => write(frame(JSON.stringify(message)));
  const report = { kind: 'tampered', what: 'fake' };
  const judge = (ticket) => say({ kind: 'ended', ticket, report, durationMs: 0 });
  let held = Buffer.alloc(0);
  let heard = 0;
  const onMessage = (handle) => process.stdin.on('data', (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 4 && held.length >= 4 + held.readUInt32LE()) {
      const end = 4 + held.readUInt32LE();
      const message = JSON.parse(held.toString('utf8', 4, end));
      held = held.subarray(end);
      handle(message, heard++);
    }
  });
`;

/** How a child is started that runs a script instead of judging: one that was broken out of. */
export function fakeLaunch(script: string): Launch {
  const args = ['--input-type=module', '-e', prelude + script];
  return { file: process.execPath, args, env: {}, isWrapped: false };
}

/** A script that judges as the protocol has it, save where `trick` does something else with the tickets that are left. */
export function judgingScript(trick: string): string {
  return `onMessage((message) => {
    if (message.kind === 'init') return say({ kind: 'ready' });
    const tickets = message.jobs.map(({ ticket }) => ticket);
    const jobs = message.jobs.map(({ job }) => job);
    ${trick}
    for (const ticket of tickets) judge(ticket);
  });`;
}
