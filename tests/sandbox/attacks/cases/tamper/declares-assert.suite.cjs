const assert = require('assert');
assert(sum([1]) === 1);
assert.strictEqual(sum([1, 2]), 3);
assert.deepStrictEqual([sum([1, 2])], [3]);
