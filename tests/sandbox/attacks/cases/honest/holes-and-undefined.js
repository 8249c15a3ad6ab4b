// expects: accepted — holes, undefined elements, undefined and missing keys, null prototypes
export const holes = () => [, 1, , undefined, ,];
export const record = () => ({ a: undefined, b: null });
export const bare = () => Object.assign(Object.create(null), { a: 1, ['__proto__']: 2, constructor: 3 });
export const countHoles = (xs) => Array.from(xs.keys()).filter((i) => !(i in xs)).length;
export const nothing = () => {};
export const extra = () => Object.assign([1, 2], { index: 0, input: 'x' });
