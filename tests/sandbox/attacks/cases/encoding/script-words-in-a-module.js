// expects: accepted — a module with names that CommonJS and wrappers use for themselves
const require = (x) => x;
const module = { exports: {} };
const [exports, __filename, __dirname, process, global, self, window] = [1, 2, 3, 4, 5, 6, 7];
const [solution, suite, guest, membrane, host, send, args] = [1, 2, 3, 4, 5, 6, 7];
module.exports.sum = require;
export const sum = (xs) =>
  xs.reduce((a, b) => a + b, (exports + __filename + __dirname + process - 10) * global * args);
export { self, window, solution, suite, guest, membrane, host, send };
