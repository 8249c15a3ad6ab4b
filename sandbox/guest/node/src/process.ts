import { defineHidden } from './lib/define.ts';
import { nodeError } from './lib/node-error.ts';

const VERSION = '24.21.0';
const NANOSECONDS_PER_MS = 1e6;

type Task = (...args: unknown[]) => void;

function write(log: (text: string) => void): (chunk: unknown) => boolean {
  return (chunk) => {
    log(String(chunk).replace(/\n$/, ''));
    return true;
  };
}

function hrtime(since?: readonly [number, number]): [number, number] {
  const now = hrtime.bigint() - (since === undefined ? 0n : BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]));
  return [Number(now / 1_000_000_000n), Number(now % 1_000_000_000n)];
}
hrtime.bigint = (): bigint => BigInt(Math.round(performance.now() * NANOSECONDS_PER_MS));

function exit(code?: number): never {
  throw new Error(`process.exit was called${code === undefined ? '' : ` with ${code}`}`);
}

/** A stand-in for `process`: it tells nothing of the machine and changes nothing outside. */
const process = {
  title: 'node',
  version: `v${VERSION}`,
  versions: { node: VERSION },
  arch: 'x64',
  platform: 'linux',
  release: { name: 'node' },
  argv: ['node', 'script'],
  execArgv: [],
  execPath: 'node',
  env: {},
  exitCode: undefined,
  features: {},
  config: {},
  stdout: { isTTY: false, columns: 80, write: write((text) => console.log(text)) },
  stderr: { isTTY: false, columns: 80, write: write((text) => console.error(text)) },
  stdin: { isTTY: false },
  nextTick: (task: Task, ...args: unknown[]): void => queueMicrotask(() => task(...args)),
  hrtime,
  uptime: (): number => performance.now() / 1000,
  memoryUsage: Object.assign(() => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }), {
    rss: () => 0,
  }),
  cpuUsage: () => ({ user: 0, system: 0 }),
  cwd: (): string => '/',
  chdir: (): never => {
    throw nodeError(Error, 'ENOENT', 'there are no directories to change to');
  },
  umask: (): number => 0o22,
  getuid: (): number => 0,
  emitWarning: (warning: unknown): void => console.error(String(warning)),
  exit,
  abort: (): never => exit(134),
  emit: (): boolean => false,
  listeners: (): unknown[] => [],
  listenerCount: (): number => 0,
};

const chained = [
  'on',
  'once',
  'off',
  'addListener',
  'removeListener',
  'removeAllListeners',
  'prependListener',
  'setMaxListeners',
];
for (const name of chained) Object.assign(process, { [name]: () => process });
// The global of this name is the member of the same name of this module.
defineHidden(process, { process, [Symbol.toStringTag]: 'process' });

export default process as unknown;
