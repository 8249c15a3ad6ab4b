// expects: accepted — BigInt, maps, sets, dates, patterns, buffers, views, boxes, symbols as keys and values
export const sign = Symbol.for('honest.sign');
export const kinds = () => ({
  bigint: [2n ** 64n, -1n],
  map: new Map([
    [{ key: 1 }, new Set([1, [2]])],
    [NaN, -0],
  ]),
  date: new Date(8.64e15),
  invalid: new Date(NaN),
  pattern: /(?<year>\d{4})\/"\u2028/giuy,
  bytes: Uint8Array.of(1, 255),
  words: BigInt64Array.of(-1n),
  view: new DataView(Uint8Array.of(0, 1, 2).buffer, 1).getUint8(0),
  buffer: Uint8Array.of(1, 2).buffer,
  boxed: [new Number(1), new String('a'), new Boolean(false), Object(1n)],
  [sign]: 'by symbol',
  [Symbol.toStringTag]: 'Kinds',
});
export const echo = (value) => value;
