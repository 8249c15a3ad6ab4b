// expects: accepted — keys and texts that look like encodings, references, paths and prototypes
const texts = [
  '',
  '$',
  '$0',
  '$ref',
  '@@type',
  '#1',
  '\u0000',
  '\u0001f:0',
  '{"a":1}',
  '[0]',
  'undefined',
  'null',
  'NaN',
];
texts.push(
  '-0',
  '1n',
  '__proto__',
  'constructor',
  'prototype',
  'then',
  'toJSON',
  'length',
  '0',
  '-1',
  '\\',
  '"',
  "'",
  '`',
);
texts.push(
  '${x}',
  '\u2028\u2029',
  '\ud83d\ude00',
  '\udc00\ud800',
  '\u202e\u2066',
  '\u001b[31m',
  '</script>',
  '*/',
  '\r\n',
);
export const all = () => texts;
export const record = () => Object.fromEntries(texts.map((text) => [text, text]));
export const map = () => new Map(texts.map((text) => [text, [text]]));
export const nested = () => texts.map((text) => ({ [text]: { [text]: [text] }, type: text, id: 0, $ref: text }));
export const echo = (value) => value;
