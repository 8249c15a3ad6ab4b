/** The `jest` object: jest's words for mocks, time and settings. */
import { clock } from './clock.ts';
import { fakeTimers, type FakeTimerOptions, moves } from './fake-timers.ts';
import { jestMocks } from './jest-mocks.ts';
import { changeSettings } from './settings.ts';
import { refused } from './vi.ts';

interface JestTimerOptions {
  readonly now?: number | Date;
  readonly doNotFake?: readonly string[];
  readonly advanceTimers?: boolean | number;
  readonly timerLimit?: number;
  readonly legacyFakeTimers?: boolean;
}

const loopLimit = 100_000;
const timerFunctions = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] as const;
let legacySpies: { mockRestore: () => unknown }[] = [];

function useFakeTimers(given: JestTimerOptions | 'legacy' | 'modern' = {}): void {
  const options = typeof given === 'string' ? { legacyFakeTimers: given === 'legacy' } : given;
  const { now, doNotFake, advanceTimers, timerLimit, legacyFakeTimers } = options;
  useRealTimers();
  fakeTimers.use({
    loopLimit: timerLimit ?? loopLimit,
    ...(now !== undefined && { now }),
    ...(doNotFake !== undefined && { toNotFake: doNotFake }),
    ...(advanceTimers && { shouldAdvanceTime: true }),
    ...(typeof advanceTimers === 'number' && { advanceTimeDelta: advanceTimers }),
    ...(legacyFakeTimers && { toFake: ['setTimeout', 'setInterval'] }),
  } satisfies FakeTimerOptions);
  // The old ones are mocks themselves, and leave the date alone.
  if (legacyFakeTimers) legacySpies = timerFunctions.map((name) => jestMocks.spyOn(globalThis, name));
}

function useRealTimers(): void {
  for (const spy of legacySpies) spy.mockRestore();
  legacySpies = [];
  fakeTimers.useReal();
}

type Move = (typeof moves)[keyof typeof moves];

const mover = (move: Move) => (ms: number) => fakeTimers.run(move(ms));
const asyncMover = (move: Move) => (ms: number) => fakeTimers.runAsync(move(ms));

const { advanceTimersToNextTimer, ...others } = moves;
const timeTravel = Object.fromEntries(
  Object.entries(others).flatMap(([name, move]) => [
    [name, mover(move)],
    [`${name}Async`, asyncMover(move)],
  ]),
);

type Chained = Record<string, (...args: never[]) => unknown>;

/** What gives `jest`, or a promise of nothing. */
const actions: Chained = {
  ...timeTravel,
  useFakeTimers,
  useRealTimers,
  setSystemTime: fakeTimers.setSystemTime,
  advanceTimersToNextTimer(steps: number = 1) {
    for (let step = 0; step < steps; step++) fakeTimers.run(advanceTimersToNextTimer());
  },
  async advanceTimersToNextTimerAsync(steps: number = 1) {
    for (let step = 0; step < steps; step++) await fakeTimers.runAsync(advanceTimersToNextTimer());
  },
  runAllTicks: () => undefined,
  runAllImmediates: () => fakeTimers.run(moves.advanceTimersByTime(0)),
  clearAllTimers: () => fakeTimers.isOn() && clock.fake?.reset(),
  setTimerTickMode: ({ mode, delta }: { mode: 'manual' | 'interval' | 'nextAsync'; delta?: number }) =>
    fakeTimers.setTickMode(mode === 'nextAsync' ? 'nextTimerAsync' : mode, delta),
  setTimeout: (ms: number) => changeSettings({ testTimeout: ms, hookTimeout: ms }),
  retryTimes: (retry: number) => changeSettings({ retry }),
  clearAllMocks: jestMocks.clearAllMocks,
  resetAllMocks: jestMocks.resetAllMocks,
  restoreAllMocks: jestMocks.restoreAllMocks,
  disableAutomock: () => undefined,
  autoMockOff: () => undefined,
};

const { fn, spyOn, isMockFunction, mocked, replaceProperty } = jestMocks;

export const jest: Record<string, unknown> = {
  fn,
  spyOn,
  isMockFunction,
  mocked,
  replaceProperty,
  now: () => clock.now(),
  getRealSystemTime: () => clock.realNow(),
  getTimerCount: () => (fakeTimers.isOn() ? (clock.fake?.count ?? 0) : 0),
  getSeed: () => 1,
  isEnvironmentTornDown: () => false,
  ...Object.fromEntries(
    Object.entries(actions).map(([name, act]) => [
      name,
      (...args: never[]) => {
        const result = act(...args);
        return result instanceof Promise ? result : jest;
      },
    ]),
  ),
  ...refused('jest', [
    'mock',
    'doMock',
    'unmock',
    'dontMock',
    'deepUnmock',
    'setMock',
    'requireActual',
    'requireMock',
    'createMockFromModule',
    'enableAutomock',
    'resetModules',
    'isolateModules',
    'isolateModulesAsync',
    'unstable_mockModule',
  ]),
};
