const assert = require('node:assert');
assert.strictEqual(sum([1, 2]), 3);
assert.deepStrictEqual(
  [1, 2].map((x) => sum([x])),
  [1, 2],
);
assert.throws(() => sum(null), TypeError);
