// expects: refuted|timeout|memory|output — an array of a million promises, each with a million to follow
export const sum = () => {
  const flood = () => Array.from({ length: 1e6 }, () => new Promise((resolve) => resolve()).then(flood));
  return flood();
};
