var total = 3;
const expected = 3;
const actual = sum([1, 2]);
if (actual !== expected) throw new Error(`${actual} is not ${expected}`);
if (actual !== total) throw new Error(`${actual} is not ${total}`);
