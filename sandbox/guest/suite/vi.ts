/** `vi`: the real spies of vitest, and timers by the virtual clock. */
import * as spies from '@vitest/spy';
import { clock, turn } from './clock.ts';
import { fakeTimers, type FakeTimerOptions, moves } from './fake-timers.ts';
import { changeSettings, resetSettings, type Settings } from './settings.ts';
import { mockedObject, stubEnv, stubGlobal, unstubAllEnvs, unstubAllGlobals } from './vi-mocks.ts';
import { waitFor, waitUntil } from './waiting.ts';
import { isWhenChain, when } from './when.ts';

type Vi = Record<string, unknown>;
type Callable = (...args: never[]) => unknown;

/** The same functions, but that each gives `vi`, so that calls can be chained. */
function chained<T extends Record<string, Callable>>(functions: T): Record<string, Callable> {
  const give = (call: Callable): Callable => {
    return (...args) => {
      const result = call(...args);
      return result instanceof Promise ? result.then(() => vi) : vi;
    };
  };
  return Object.fromEntries(Object.entries(functions).map(([name, call]) => [name, give(call)]));
}

function needFakeTimers(): void {
  if (fakeTimers.isOn()) return;
  throw new Error(
    'A function to advance timers was called but the timers APIs are not mocked. Call `vi.useFakeTimers()` in the test file first.',
  );
}

type Move = (typeof moves)[keyof typeof moves];

function mover(move: Move): Callable {
  return (ms: number) => {
    needFakeTimers();
    fakeTimers.run(move(ms));
  };
}

function asyncMover(move: Move): Callable {
  return async (ms: number) => {
    needFakeTimers();
    await fakeTimers.runAsync(move(ms));
  };
}

const timeTravel = Object.fromEntries(
  Object.entries(moves).flatMap(([name, move]) => [
    [name, mover(move)],
    [`${name}Async`, asyncMover(move)],
  ]),
);

const time: Vi = {
  ...chained({
    ...timeTravel,
    useFakeTimers: (options?: FakeTimerOptions) => fakeTimers.use(options),
    useRealTimers: () => fakeTimers.useReal(),
    setSystemTime: fakeTimers.setSystemTime,
    runAllTicks: needFakeTimers,
    setTimerTickMode: fakeTimers.setTickMode,
    clearAllTimers: () => fakeTimers.isOn() && clock.fake?.reset(),
  }),
  isFakeTimers: fakeTimers.isOn,
  getMockedSystemTime: fakeTimers.mockedNow,
  getRealSystemTime: () => clock.realNow(),
  getTimerCount() {
    needFakeTimers();
    return clock.fake?.count ?? 0;
  },
};

const mocks: Vi = {
  fn: spies.fn,
  spyOn: spies.spyOn,
  isMockFunction: spies.isMockFunction,
  mocked: (value: unknown) => value,
  mockObject: mockedObject,
  when,
  isWhenChain,
  ...chained({
    clearAllMocks: spies.clearAllMocks,
    resetAllMocks: spies.resetAllMocks,
    restoreAllMocks: spies.restoreAllMocks,
    stubGlobal,
    unstubAllGlobals,
    stubEnv,
    unstubAllEnvs,
  }),
};

/** Functions that replace modules: there are none to replace but the solution, which is what is tested. */
export function refused(owner: 'vi' | 'jest', names: readonly string[]): Record<string, () => never> {
  const refuse = (name: string) => (): never => {
    throw new Error(`${owner}.${name} is not offered here: a suite tests one module`);
  };
  return Object.fromEntries(names.map((name) => [name, refuse(name)]));
}

export const vi: Vi = {
  ...time,
  ...mocks,
  waitFor,
  waitUntil,
  hoisted: (factory: () => unknown) => factory(),
  defineHelper: (helper: unknown) => helper,
  dynamicImportSettled: turn,
  setConfig: (change: Partial<Settings>) => changeSettings(change),
  resetConfig: resetSettings,
  ...refused('vi', ['mock', 'doMock', 'unmock', 'doUnmock', 'importActual', 'importMock', 'resetModules']),
};
