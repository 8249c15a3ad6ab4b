// expects: refuted — a script that declares assert, require and module, for a suite of assertions
function assert() {}
assert.equal = assert.strictEqual = assert.deepStrictEqual = assert.ok = assert;
var require = function () {
  return assert;
};
function sum() {
  return 0;
}
