// expects: refuted-throughout|timeout — asynchronous functions that wait for one another
let first;
const second = async () => (await first) + 1;
export const sum = async () => {
  first = second();
  return await first;
};
