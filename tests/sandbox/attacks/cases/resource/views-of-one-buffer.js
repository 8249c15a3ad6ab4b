// expects: refuted-throughout|timeout|memory|output — ten thousand views of one buffer of 20 MB
export const sum = () => {
  const { buffer } = new Uint8Array(2e7);
  return Array.from({ length: 1e4 }, (_, i) => new Uint8Array(buffer, i));
};
