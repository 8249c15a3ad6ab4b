// expects: refuted-throughout|timeout|memory|output — an error whose message and name are of two hundred million characters
export const sum = () => {
  const error = new Error('x'.repeat(2e8));
  error.name = 'y'.repeat(2e8);
  throw error;
};
