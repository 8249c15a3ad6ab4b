import { globals } from './globals.ts';
import { jest } from './jest.ts';
import { nodeProcess } from './node-process.ts';
import { nodeText } from './node-text.ts';
import { nodeTools } from './node-tools.ts';

/** Node's modules that have one value as their export, and those that have names. */
const modules = {
  whole: 'assert assert/strict events path path/posix process'.split(' '),
  named: 'buffer crypto perf_hooks querystring string_decoder timers timers/promises url util util/types'.split(' '),
};

const withPrefix = [
  ...modules.whole.map(
    (name) => `declare module 'node:${name}' { import whole = require('${name}'); export = whole; }`,
  ),
  ...modules.named.map((name) => `declare module 'node:${name}' { export * from '${name}'; }`),
].join('\n');

/**
 * Declares what the sandbox offers beside ECMAScript itself: a candidate that uses anything else is ill-typed. Written
 * for the sandbox: Node's own declarations would promise files and sockets too.
 */
export const environment: Readonly<Record<string, string>> = {
  'globals.d.ts': globals,
  'node-process.d.ts': nodeProcess,
  'node-text.d.ts': nodeText,
  'node-tools.d.ts': `${nodeTools}\n${withPrefix}\n`,
  'jest.d.ts': jest,
};

/** Packages that suites may import: a program loads their types once, before any candidate is there. */
export const offeredPackages: readonly string[] = ['vitest', 'fast-check', '@fast-check/vitest'];
