// expects: refuted-throughout|timeout|memory|output — adds a million elements to the array that is handed in, at every call
export const sum = (xs) => {
  for (let i = 0; i < 1e6; i++) xs.push([i]);
  return 0;
};
