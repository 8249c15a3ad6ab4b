// expects: refuted-throughout|timeout — timers with delays and numbers that are anything but numbers
const evil = { valueOf: () => -1e308, toString: () => '1e309', [Symbol.toPrimitive]: () => NaN };
for (const ms of [evil, NaN, -5, Infinity, 'soon', [], () => 1, 2 ** 53, 1n, null, undefined]) {
  try {
    const id = setTimeout(() => 0, ms);
    clearTimeout(evil);
    clearTimeout({ id });
    setInterval('not a function', ms);
  } catch {}
}
export const sum = () => 0;
