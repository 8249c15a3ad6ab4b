// expects: timeout|memory|output|refuted — a new function for every call, and every one is kept
export const make = () => {
  const block = new Array(1000).fill(0);
  return () => block;
};
