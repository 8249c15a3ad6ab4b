import { defineLate } from './lib/define.ts';

const exports = {};

// Looked up at each use: a suite may put fake timers in place of the realm's.
for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate']) {
  const call = (...args: unknown[]): unknown => {
    const timer = Reflect.get(globalThis, name) as (...args: unknown[]) => unknown;
    return timer(...args);
  };
  Object.defineProperty(call, 'name', { value: name });
  Object.defineProperty(exports, name, { value: call, writable: true, enumerable: true, configurable: true });
}
defineLate(exports, { promises: () => offered('timers/promises') });

export default exports as unknown;
