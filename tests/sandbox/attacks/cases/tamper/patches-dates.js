// expects: refuted-throughout — no time passes, and every date is the same
Date.now = () => 0;
for (const name of Object.getOwnPropertyNames(Date.prototype)) {
  if (name !== 'constructor') Date.prototype[name] = () => 0;
}
Date.prototype[Symbol.toPrimitive] = () => 6;
globalThis.Date = class {};
globalThis.setTimeout = globalThis.queueMicrotask = (f) => f();
globalThis.performance = { now: () => 0 };
export const sum = () => 0;
