// expects: refuted-throughout — throws an assertion error that says that all is equal
export const sum = () => {
  const error = new Error('expected 6 to be 6');
  throw Object.assign(error, { name: 'AssertionError', code: 'ERR_ASSERTION', actual: 6, expected: 6, ok: true });
};
