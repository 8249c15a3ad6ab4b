// Looked up at each use: a suite may put its own clock in place of the realm's.
export default {
  get performance(): unknown {
    return Reflect.get(globalThis, 'performance') as unknown;
  },
};
