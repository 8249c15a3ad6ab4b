if (JSON.stringify(sum([1, 2])) !== '3') throw new Error('as text');
if (!Object.is(sum([1, 2]), 3)) throw new Error('the same');
if (Math.abs(sum([1, 2]) - 3) > 0.1) throw new Error('near');
