// expects: refuted-throughout|timeout|memory|output — gives the array that is handed in four billion elements
export const sum = (xs) => {
  xs[4294967294] = 1;
  return 0;
};
