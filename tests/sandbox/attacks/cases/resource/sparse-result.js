// expects: refuted-throughout|timeout|memory|output — arrays that claim four billion elements
export const sum = () => {
  const sparse = [];
  sparse[4294967294] = 1;
  return [sparse, new Array(4294967295), Object.assign([], { length: 4294967295 })];
};
