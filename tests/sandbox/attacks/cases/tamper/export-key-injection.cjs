// expects: refuted-throughout|malformed — a CommonJS module whose keys break out of generated code
const payload = () => ({ asymmetricMatch: () => true });
exports.sum = () => 0;
for (const quote of ['', "'", '"', '`', '*/', ');', '\n', '\u2028', '\\']) {
  exports[`${quote}; globalThis.Object.is = () => true; //`] = payload;
  exports[`x${quote} = Object.is = () => true`] = payload;
}
exports['${Object.is = () => true}'] = payload;
exports.__proto__ = { sum: payload };
exports.constructor = payload;
