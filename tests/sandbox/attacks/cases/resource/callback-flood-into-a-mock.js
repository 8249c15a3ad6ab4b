// expects: timeout|memory|output — fills the memory of the suite through a mock that keeps its arguments
export const repeat = (use) => {
  const block = 'x'.repeat(1e5);
  for (let i = 0; ; i++) use([block + i, i]);
};
