// expects: refuted-throughout|timeout|memory|output — maps in sets in maps, two hundred thousand deep
export const sum = () => {
  let nest = new Map();
  for (let i = 0; i < 1e5; i++) nest = new Map([[new Set([nest]), i]]);
  return nest;
};
