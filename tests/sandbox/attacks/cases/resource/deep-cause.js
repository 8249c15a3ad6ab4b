// expects: refuted-throughout|timeout|memory|output — an error with a million causes
export const sum = () => {
  let error = new Error('the first');
  Error.stackTraceLimit = 0;
  for (let i = 0; i < 1e5; i++) error = new Error('and so on', { cause: error });
  throw error;
};
