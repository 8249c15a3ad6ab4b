// expects: refuted-throughout|timeout|memory — overflows the stack through spread, apply, replace callbacks and getters
const many = Array.from({ length: 5e5 }, (_, i) => i);
const overflow = () => 'x'.replace(/x/, overflow);
export const sum = () => {
  let worked = 0;
  for (const attempt of [
    () => Math.max(...many),
    () => Reflect.apply(Math.max, null, { length: 1e8 }),
    () => String.fromCharCode(...many),
    overflow,
    () => [].concat(...many.map((x) => [x])),
    () => JSON.stringify(many.reduce((nest) => [nest], [])),
    () => new Function(...many.map((i) => `a${i}`), 'return 1'),
  ]) {
    try {
      attempt();
      worked++;
    } catch {}
  }
  return -worked - 0.5;
};
