assert(sum([1]) === 1);
assert.strictEqual(sum([1, 2]), 3);
