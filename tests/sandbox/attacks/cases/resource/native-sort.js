// expects: timeout|memory — sorts thirty million numbers, again and again
export const sum = () => {
  for (;;) Float64Array.from({ length: 3e6 }, (_, i) => -i).sort();
};
