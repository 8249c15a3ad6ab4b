// expects: refuted-throughout|timeout|memory|output — errors that cause and aggregate one another
export const sum = () => {
  const error = new AggregateError([], 'round');
  error.cause = new Error('and round', { cause: error });
  error.errors = [error, error.cause, [error], new Map([[error, error]])];
  throw error;
};
