type Inspect = ((value: unknown, ...options: unknown[]) => string) & { custom: symbol };

/** `util.inspect`; its implementation is loaded at the first use, as most programs never inspect anything. */
export const inspect: Inspect = Object.assign(
  (value: unknown, ...options: unknown[]): string => offered('internal/inspect').inspect(value, ...options),
  { custom: Symbol.for('nodejs.util.inspect.custom') },
);

for (const name of ['defaultOptions', 'colors', 'styles']) {
  Object.defineProperty(inspect, name, {
    get: () => Reflect.get(offered('internal/inspect').inspect, name) as unknown,
    set: (value: unknown) => {
      Reflect.set(offered('internal/inspect').inspect, name, value);
    },
    enumerable: true,
    configurable: true,
  });
}
Object.defineProperty(inspect, 'name', { value: 'inspect' });
