// expects: timeout|memory|refuted-throughout — compiles ever larger patterns
export const sum = () => {
  const kept = [];
  for (let i = 0; ; i++) {
    const pattern = new RegExp(`(?:${'a?'.repeat(2000)}b{1000}|${i})`);
    pattern.test('aaaaaaaa');
    kept.push(pattern);
  }
};
