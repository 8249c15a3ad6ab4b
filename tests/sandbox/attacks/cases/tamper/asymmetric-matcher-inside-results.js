// expects: refuted-throughout — matchers at every place inside data: elements, keys, map entries, yields, errors
const any = () => ({ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true });
export const pair = () => [any(), any()];
export const record = () => ({ total: any(), count: any() });
export const table = () => new Map([['a', any()]]);
export const unique = () => new Set([any()]);
export function* numbers() {
  yield any();
  yield any();
}
export const each = (xs, use) => xs.forEach(() => use(any()));
export const fail = () => {
  throw Object.assign(new Error('no'), { cause: any(), detail: any() });
};
export class Stack {
  top = any();
  items() {
    return [any()];
  }
}
