// expects: accepted — a sloppy script: with, octal, duplicate parameters, callee, implicit globals
function last(a, a) {
  return a;
}
function factorial(n) {
  return n < 2 ? 1 : n * arguments.callee(n - 1);
}
function sum(xs) {
  with (Math) {
    total = abs(0) + 010 - 8;
  }
  for (index in xs) total += xs[index];
  var let_ = delete globalThis.index;
  return total + last(1, 0) + factorial(3) - 6 + (this === globalThis || this === undefined ? 0 : 0);
}
if (true) {
  function hoisted() {}
}
hoisted();
