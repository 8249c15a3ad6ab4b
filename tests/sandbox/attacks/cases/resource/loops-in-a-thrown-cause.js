// expects: timeout|refuted-throughout — an error whose cause, name and errors loop when they are read
const loop = () => {
  for (;;);
};
export const sum = () => {
  const error = new AggregateError([], 'x');
  for (const name of ['cause', 'name', 'errors', 'code', 'actual', 'toString', 'toJSON', 'constructor']) {
    Object.defineProperty(error, name, { get: loop, enumerable: true });
  }
  throw error;
};
