/** The little of `process` that the bundled packages look at. */
export const process: object = {
  env: {},
  noDeprecation: false,
  cwd: (): string => '/',
  nextTick: (task: (...args: unknown[]) => void, ...args: unknown[]): void => queueMicrotask(() => task(...args)),
};
