const refused: ReadonlySet<string> = new Set([
  'async_hooks',
  'child_process',
  'cluster',
  'console',
  'constants',
  'dgram',
  'diagnostics_channel',
  'dns',
  'domain',
  'fs',
  'http',
  'http2',
  'https',
  'inspector',
  'module',
  'net',
  'os',
  'punycode',
  'readline',
  'repl',
  'sea',
  'sqlite',
  'stream',
  'sys',
  'test',
  'tls',
  'trace_events',
  'tty',
  'v8',
  'vm',
  'wasi',
  'worker_threads',
  'zlib',
]);

/**
 * Whether a specifier, with or without `node:`, names a module that Node has and a realm on purpose has not: it would
 * reach files, the network, other processes or the machine. False for every other, such as a package's.
 */
export function isRefused(specifier: string): boolean {
  const name = specifier.replace(/^node:/, '');
  return refused.has(name.split('/', 1)[0] ?? '') || name === 'path/win32';
}
