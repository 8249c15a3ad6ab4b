import util from 'util/util.js';
import { defineLate } from './lib/define.ts';
import { inspect } from './lib/late-inspect.ts';
import { styleText } from './lib/style-text.ts';

const { callbackify, deprecate, inherits, _extend } = util;

/** `util.promisify`, which knows that the realm's timers have promised variants. */
function promisify(original: unknown): unknown {
  const { setTimeout, setImmediate } = globalThis as unknown as Record<string, unknown>;
  if (original === setTimeout) return offered('timers/promises').setTimeout;
  if (original === setImmediate) return offered('timers/promises').setImmediate;
  return util.promisify(original);
}
promisify.custom = util.promisify.custom;

/** A logger that is never enabled: no environment variable reaches a realm. */
function debuglog(): (...args: unknown[]) => void {
  return Object.assign(() => undefined, { enabled: false });
}

const exports = {
  _extend,
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  format: (...args: unknown[]): string => offered('internal/inspect').format(...args),
  formatWithOptions: (options: object, ...args: unknown[]): string =>
    offered('internal/inspect').formatWithOptions(options, ...args),
  inherits,
  inspect,
  isArray: Array.isArray,
  isDeepStrictEqual: (actual: unknown, expected: unknown): boolean =>
    offered('internal/comparisons').isDeepStrictEqual(actual, expected),
  promisify,
  stripVTControlCharacters: (text: string): string => offered('internal/inspect').stripVTControlCharacters(text),
  styleText,
  toUSVString: (text: unknown): string => String(text).toWellFormed(),
};

defineLate(exports, {
  types: () => offered('internal/types'),
  TextEncoder: () => offered('internal/encoding').TextEncoder,
  TextDecoder: () => offered('internal/encoding').TextDecoder,
});

export default exports as unknown;
