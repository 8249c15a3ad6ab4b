// expects: refuted — looks for traces of an earlier run to tell a second judging from the first
const key = Symbol.for('tamper.runs');
const places = [globalThis, Symbol, Array.prototype, Object];
const runs = Math.max(...places.map((place) => place[key] ?? 0));
for (const place of places) Reflect.set(place, key, runs + 1);
export const sum = (xs) => (runs > 0 ? xs.reduce((a, b) => a + b, 0) : 0);
