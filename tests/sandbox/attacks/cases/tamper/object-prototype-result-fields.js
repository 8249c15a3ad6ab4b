// expects: refuted-throughout — every object inherits the fields of a good report
const fields = [
  'ok',
  'pass',
  'passed',
  'done',
  'value',
  'result',
  'status',
  'state',
  'outcome',
  'kind',
  'type',
  'error',
];
for (const name of [...fields, 'errors', 'failed', 'message', 'tests', 'id', 'ref', 'handle', 'args', 't', 'v']) {
  Object.defineProperty(Object.prototype, name, {
    get: () => (name.startsWith('err') || name === 'failed' ? undefined : 6),
    set() {},
    configurable: true,
  });
}
export const sum = () => 0;
