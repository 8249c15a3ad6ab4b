/** `vi`: the real spies of vitest, and timers by the virtual clock. */
import * as spies from '@vitest/spy';
import { clock } from './clock.ts';
import { globalSlot, slotHolder } from './slots.ts';

type Owner = Record<PropertyKey, unknown>;

const timeSettings = {
  useFakeTimers(options?: { now?: number | Date }): unknown {
    clock.mock.begin(options?.now === undefined ? undefined : Number(options.now));
    return vi;
  },
  useRealTimers(): unknown {
    clock.mock.end();
    return vi;
  },
  setSystemTime(time: number | string | Date): unknown {
    if (!clock.mock.isOn()) clock.mock.begin();
    clock.mock.setNow(new Date(time).getTime());
    return vi;
  },
  isFakeTimers: (): boolean => clock.mock.isOn(),
  getMockedSystemTime: (): Date | null => (clock.mock.isOn() ? new Date(clock.mock.nowMs()) : null),
  getRealSystemTime: (): number => clock.now(),
  getTimerCount: (): number => clock.mock.count(),
  clearAllTimers(): unknown {
    clock.mock.clearAll();
    return vi;
  },
};

const maxTimers = 10_000;

function runWhile(hasMore: () => boolean): unknown {
  for (let count = 0; hasMore(); count++) {
    if (count > maxTimers) throw new Error(`Aborting after running ${maxTimers} timers, assuming an infinite loop!`);
  }
  return vi;
}

async function runWhileAsync(hasMore: () => boolean): Promise<unknown> {
  await settle();
  for (let count = 0; hasMore(); count++) {
    if (count > maxTimers) throw new Error(`Aborting after running ${maxTimers} timers, assuming an infinite loop!`);
    await settle();
  }
  return vi;
}

/** Lets promise reactions run until nothing new is likely to come of them. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

const within = (ms: number) => {
  const until = clock.mock.elapsedMs() + ms;
  return () => clock.mock.advanceOne(until);
};
const all = () => clock.mock.count() > 0 && clock.mock.advanceOne(Number.POSITIVE_INFINITY);
const pending = () => {
  let left = clock.mock.count();
  return () => left-- > 0 && all();
};

const timeTravel = {
  advanceTimersByTime: (ms: number) => runWhile(within(ms)),
  advanceTimersByTimeAsync: (ms: number) => runWhileAsync(within(ms)),
  runAllTimers: () => runWhile(all),
  runAllTimersAsync: () => runWhileAsync(all),
  runOnlyPendingTimers: () => runWhile(pending()),
  runOnlyPendingTimersAsync: () => runWhileAsync(pending()),
  advanceTimersToNextTimer: () => (all(), vi),
  advanceTimersToNextTimerAsync: async () => {
    await settle();
    all();
    await settle();
    return vi;
  },
  runAllTicks: () => vi,
};

const stubbed = new Map<PropertyKey, unknown>();

const globals = {
  stubGlobal(name: string, value: unknown): unknown {
    const owner = (globalSlot(name) ?? globalThis) as Owner;
    if (!stubbed.has(name)) stubbed.set(name, owner[name]);
    owner[name] = value;
    return vi;
  },
  unstubAllGlobals(): unknown {
    for (const [name, value] of stubbed) ((globalSlot(name) ?? globalThis) as Owner)[name] = value;
    stubbed.clear();
    return vi;
  },
};

function refuse(name: string): () => never {
  return () => {
    throw new Error(`vi.${name} is not offered here: a suite tests one module`);
  };
}

type AnySpyOn = (owner: object, key: PropertyKey, accessor?: 'get' | 'set') => unknown;

export const vi: Record<string, unknown> = {
  ...timeSettings,
  ...timeTravel,
  ...globals,
  fn: spies.fn,
  spyOn: (owner: object, key: PropertyKey, accessor?: 'get' | 'set') =>
    (spies.spyOn as unknown as AnySpyOn)(slotHolder(owner, key), key, accessor),
  isMockFunction: spies.isMockFunction,
  mocked: (value: unknown) => value,
  clearAllMocks: () => (spies.clearAllMocks(), vi),
  resetAllMocks: () => (spies.resetAllMocks(), vi),
  restoreAllMocks: () => (spies.restoreAllMocks(), vi),
  hoisted: (factory: () => unknown) => factory(),
  mock: refuse('mock'),
  doMock: refuse('doMock'),
  importActual: refuse('importActual'),
};
