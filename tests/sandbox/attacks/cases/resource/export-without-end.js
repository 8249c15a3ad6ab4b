// expects: timeout|memory|output|malformed — exports a list without end, from which the suite makes its tests
export const cases = {
  *[Symbol.iterator]() {
    for (let i = 0; ; i++) yield [`case ${i}`, i];
  },
};
