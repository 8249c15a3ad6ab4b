/** Prints to a function; nothing leaves the isolate but capped text. */
export type Print = (line: string) => void;

/** Objects are named, not looked into: that could run their code, or take for ever. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'object' && value !== null) return '[object]';
  return String(value);
}

const noop = (): void => undefined;

/** The methods of `console`; `onAssert` hears of each `console.assert`. */
export function consoleOf(
  print: Print,
  onAssert?: (holds: boolean, args: readonly unknown[]) => void,
): Record<string, (...args: unknown[]) => void> {
  const log = (...args: unknown[]): void => {
    let line = '';
    for (let at = 0; at < args.length; at++) line += (at === 0 ? '' : ' ') + textOf(args[at]);
    print(`${line}\n`);
  };
  const assert = (condition?: unknown, ...args: unknown[]): void => {
    onAssert?.(Boolean(condition), args);
    if (!condition) log('Assertion failed', ...args);
  };
  const methods: Record<string, (...args: unknown[]) => void> = { assert };
  for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table', 'group']) {
    // Each a function of its own, by its own name: spies tell them apart by both.
    methods[name] = { [name]: (...args: unknown[]) => log(...args) }[name] as typeof log;
  }
  for (const name of ['groupCollapsed', 'groupEnd', 'time', 'timeEnd', 'timeLog', 'count', 'countReset', 'clear']) {
    methods[name] = noop;
  }
  return methods;
}
