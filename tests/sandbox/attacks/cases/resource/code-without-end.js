// expects: timeout|memory|refuted-throughout — makes functions and classes out of text without end
export const sum = () => {
  const kept = [];
  for (let i = 0; ; i++) {
    kept.push(Function(`return class C${i} { m${i}() { return ${'1+'.repeat(500)}1; } }`)());
    new kept[i]()[`m${i}`]();
  }
};
