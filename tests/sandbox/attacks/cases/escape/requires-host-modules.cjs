// expects: accepted|malformed — asks require, module and process of CommonJS for more than they offer
const found = [];
const attempt = (how, get) => {
  try {
    const got = get();
    if (got !== undefined && got !== null) found.push(how);
  } catch {}
};
exports.sum = (xs) => xs.reduce((a, b) => a + b, 0);
exports.take = () => {
  for (const name of [
    'fs',
    'node:fs',
    'child_process',
    'worker_threads',
    'net',
    'vm',
    'module',
    './suite',
    'inspector',
  ]) {
    attempt(`require ${name}`, () => require(name));
  }
  attempt('load', () => module.constructor._load?.('fs'));
  attempt('main', () => require.main?.require?.('fs'));
  attempt('cache', () => Object.keys(require.cache ?? {})[0]);
  attempt('parent', () => module.parent);
  attempt('extensions', () => require.extensions);
  attempt('binding', () => process.binding?.('fs'));
  attempt('main module', () => process.mainModule);
  attempt('builtin', () => process.getBuiltinModule?.('fs'));
  attempt('dlopen', () => process.dlopen);
  attempt('environment', () => process.env?.PATH ?? process.env?.HOME);
  attempt('realm', () => (require.constructor('return globalThis')() === globalThis ? undefined : 'another'));
};
exports.reached = () => found;
