// expects: accepted — CommonJS with exports, module.exports, a getter and a function with properties
'use strict';
const { inspect } = (() => ({ inspect: (x) => x }))();
function sum(xs) {
  return inspect(xs).reduce((a, b) => a + b, 0);
}
sum.version = '1.0.0';
module.exports = sum;
module.exports.sum = sum;
Object.defineProperty(module.exports, 'lazy', { enumerable: true, get: () => 'computed' });
exports.lost = 'module.exports is another object by now';
