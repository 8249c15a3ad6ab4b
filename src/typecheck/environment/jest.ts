/** `@jest/globals` over the types of vitest, which runs in its place. */
export const jest: string = `
declare module '@jest/globals' {
  import type * as vitest from 'vitest';

  type Procedure = (...args: any[]) => any;
  type Test = typeof vitest.test & { failing: typeof vitest.test.fails };
  export const describe: typeof vitest.describe;
  export const test: Test;
  export const it: Test;
  export const xdescribe: typeof vitest.describe.skip;
  export const xtest: typeof vitest.test.skip;
  export const xit: typeof vitest.test.skip;
  export const fdescribe: typeof vitest.describe.only;
  export const fit: typeof vitest.test.only;
  export const expect: typeof vitest.expect;
  export const beforeAll: typeof vitest.beforeAll;
  export const beforeEach: typeof vitest.beforeEach;
  export const afterAll: typeof vitest.afterAll;
  export const afterEach: typeof vitest.afterEach;

  interface FakeTimers {
    now?: number | Date;
    doNotFake?: readonly string[];
    advanceTimers?: boolean | number;
    timerLimit?: number;
    legacyFakeTimers?: boolean;
  }
  interface Jest {
    fn<T extends Procedure = Procedure>(implementation?: T): vitest.Mock<T>;
    fn<Result, Args extends any[] = any[]>(implementation?: (...args: Args) => Result): vitest.Mock<(...args: Args) => Result>;
    spyOn: typeof vitest.vi.spyOn;
    mocked: typeof vitest.vi.mocked;
    isMockFunction: typeof vitest.vi.isMockFunction;
    clearAllMocks(): Jest;
    resetAllMocks(): Jest;
    restoreAllMocks(): Jest;
    useFakeTimers(options?: FakeTimers | 'modern' | 'legacy'): Jest;
    useRealTimers(): Jest;
    setSystemTime(now?: number | Date): void;
    getRealSystemTime(): number;
    now(): number;
    setTimeout(ms: number): Jest;
    advanceTimersByTime(ms: number): void;
    advanceTimersByTimeAsync(ms: number): Promise<void>;
    advanceTimersToNextTimer(steps?: number): void;
    advanceTimersToNextTimerAsync(steps?: number): Promise<void>;
    runAllTimers(): void;
    runAllTimersAsync(): Promise<void>;
    runOnlyPendingTimers(): void;
    runOnlyPendingTimersAsync(): Promise<void>;
    runAllTicks(): void;
    clearAllTimers(): void;
    getTimerCount(): number;
  }
  export const jest: Jest;
  export namespace jest {
    export type Mock<T = Procedure, Args extends any[] = any[]> =
      T extends Procedure ? vitest.Mock<T> : vitest.Mock<(...args: Args) => T>;
    export type MockInstance<T = Procedure, Args extends any[] = any[]> =
      T extends Procedure ? vitest.MockInstance<T> : vitest.MockInstance<(...args: Args) => T>;
    export type SpyInstance<T = Procedure, Args extends any[] = any[]> = MockInstance<T, Args>;
    export type Spied<T extends Procedure> = vitest.MockInstance<T>;
    export type SpiedFunction<T extends Procedure = Procedure> = vitest.MockInstance<T>;
    export type Mocked<T> = vitest.Mocked<T>;
    export type MockedFunction<T extends Procedure = Procedure> = vitest.MockedFunction<T>;
    export type MockedClass<T extends new (...args: any[]) => any> = vitest.MockedClass<T>;
    export type MockedObject<T extends object> = vitest.MockedObject<T>;
  }
}
`;
