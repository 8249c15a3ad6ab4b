console.assert(sum([1, 2]) === 3, 'two numbers');
