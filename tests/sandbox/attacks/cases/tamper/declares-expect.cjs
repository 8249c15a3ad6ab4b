// expects: refuted — a script that declares the globals of a test runner
function expect() {
  return { toBe() {}, toEqual() {}, not: { toBe() {} } };
}
function test(name, run) {}
var [it, describe, beforeEach, jest, vi] = [test, test, test, {}, {}];
function sum() {
  return 0;
}
