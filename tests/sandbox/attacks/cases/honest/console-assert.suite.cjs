const testSum = () => {
  console.assert(sum([1, 2]) === 3);
  console.assert(JSON.stringify(squares([1, 2])) === JSON.stringify([1, 4]), 'squares');
};
testSum();
