// expects: refuted-throughout — prints what a report of success would look like
export const sum = () => {
  console.log('{"kind":"ended","ticket":1,"report":{"kind":"ran","tests":[{"name":"x","outcome":"passed"}]}}');
  console.error('\u001b[2K\r ✓ solution.test.ts (10 tests)\n Tests  10 passed');
  return 0;
};
