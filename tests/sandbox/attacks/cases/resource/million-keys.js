// expects: refuted-throughout|timeout|memory|output — an object of a million keys
export const sum = () => {
  const record = {};
  for (let i = 0; i < 1e6; i++) record[`key ${i}`] = i;
  return record;
};
