// expects: refuted-throughout|timeout|memory|output — a linked list of a million links
export const sum = () => {
  let list = null;
  for (let i = 0; i < 1e6; i++) list = { list };
  return list;
};
