import { assertCases } from './assert.ts';
import { bufferCases } from './buffer.ts';
import { cryptoCases } from './crypto.ts';
import { eventCases } from './events.ts';
import { clockCases, pathAndQueryCases, urlCases } from './others.ts';
import { utilCases } from './util.ts';

/** Code by module: what it gives here and in Node must be the same. */
export const cases: Readonly<Record<string, readonly string[]>> = {
  assert: assertCases,
  buffer: bufferCases,
  crypto: cryptoCases,
  events: eventCases,
  'path and querystring': pathAndQueryCases,
  'timers, perf_hooks and process': clockCases,
  url: urlCases,
  util: utilCases,
};
