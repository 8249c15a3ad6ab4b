/** The suite's clock as the solution sees it: time is told with every message, timers are kept there and fired here. */
import type { Wire } from '../membrane/wire.ts';

const epochMs = 1_735_689_600_000;

let elapsedUs = 0;
let mockedMs: number | null = null;
let nextTimer = 1;
const callbacks = { __proto__: null } as unknown as Record<number, Timer | undefined>;

interface Timer {
  readonly run: () => void;
  readonly repeat: boolean;
}

type Tell = (event: readonly [name: string, ...values: unknown[]]) => void;

/** Whatever a delay was given as: what cannot be read as a number is none, as in Node. */
function asDelay(ms: unknown): number {
  try {
    return +(ms as string);
  } catch {
    return 0;
  }
}

export const clock = {
  now: (): number => mockedMs ?? epochMs + Math.floor(++elapsedUs / 1000),
  performanceNow: (): number => (mockedMs === null ? ++elapsedUs : elapsedUs) / 1000,

  time: (): [elapsedUs: number, mockedMs: number | null] => [elapsedUs, mockedMs],
  read: (): string => `${elapsedUs},${mockedMs}`,
  write(time: readonly Wire[]): void {
    elapsedUs = time[0] as number;
    mockedMs = time[1] as number | null;
  },

  set(tell: Tell, run: () => void, ms: number, repeat: boolean): number {
    const id = nextTimer++;
    callbacks[id] = { run, repeat };
    tell(['timer', id, asDelay(ms), repeat]);
    return id;
  },

  clear(tell: Tell, id: unknown): void {
    const known = typeof id === 'number' ? id : 0;
    if (callbacks[known] === undefined) return;
    delete callbacks[known];
    tell(['clear', known]);
  },

  fire(id: number): void {
    const timer = callbacks[id];
    if (timer === undefined) return;
    if (!timer.repeat) delete callbacks[id];
    timer.run();
  },
};
