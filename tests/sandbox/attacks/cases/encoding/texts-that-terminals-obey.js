// expects: accepted — texts, keys and errors with control characters, halves of characters and reversed order
export const texts = () => [
  '\ud800',
  'x\udfff',
  '\u0000',
  '\u001b[31m\u0007',
  '\u202e\u2066',
  '\ufffe\uffff',
  '\u2028',
];
export const fail = () => {
  throw new Error('\ud800 \u202e\u2066 \u001b[31mRED\u001b[0m \u0007\u0000');
};
