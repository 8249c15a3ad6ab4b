const assert = require('node:assert');
assert.equal(sum([1, 2]), 3);
