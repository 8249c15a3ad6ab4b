// expects: timeout|memory|refuted-throughout — joins and flattens sparse arrays of four billion elements
export const sum = () => {
  const sparse = new Array(2 ** 32 - 1);
  return [sparse, sparse].flat().concat(sparse).toSorted().join();
};
