// expects: refuted-throughout|timeout|memory|output — one text of 4 MB at ten thousand places
export const sum = () => {
  const text = 'x'.repeat(4e6);
  return Array.from({ length: 1e4 }, (_, i) => ({ [i]: text, [`key ${i}`]: [text, text] }));
};
