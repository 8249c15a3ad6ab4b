// expects: refuted — the same for a suite that takes assert for granted
function assert() {}
assert.equal = assert.strictEqual = assert;
function sum() {
  return 0;
}
