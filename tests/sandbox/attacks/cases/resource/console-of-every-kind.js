// expects: refuted-throughout|timeout|memory|output — prints through every method of console, ever deeper in groups
export const sum = () => {
  const block = Array.from({ length: 100 }, (_, i) => ({ i, text: 'x'.repeat(100) }));
  for (;;) {
    console.group?.('deeper');
    for (const method of ['log', 'error', 'warn', 'info', 'debug', 'table', 'dir', 'trace']) console[method]?.(block);
    console.log('%o %O %s %j', block, block, block, block);
    console.assert?.(false, block);
  }
};
