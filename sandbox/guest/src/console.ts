let budget = 0;
let text = '';

export function limitConsole(bytes: number): void {
  budget = bytes;
}

/** What was printed, up to the cap. */
export function consoleText(): string {
  return text;
}

function print(...args: unknown[]): void {
  if (budget <= 0) return;
  const line = `${args.map(textOf).join(' ')}\n`.slice(0, budget);
  budget -= line.length;
  text += line;
}

/** Objects are named, not looked into: that could run their code, or take for ever. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'object' && value !== null) return '[object]';
  return String(value);
}

const noop = (): void => undefined;

function assert(condition: unknown, ...args: unknown[]): void {
  if (!condition) print('Assertion failed', ...args);
}

/** Prints into memory; nothing leaves the isolate but the capped text. */
export const consoleMethods: Record<string, (...args: unknown[]) => void> = {
  log: print,
  info: print,
  debug: print,
  warn: print,
  error: print,
  trace: print,
  dir: print,
  table: print,
  group: print,
  assert,
  groupEnd: noop,
  time: noop,
  timeEnd: noop,
  timeLog: noop,
  count: noop,
  countReset: noop,
};
