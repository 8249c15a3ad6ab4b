import { installProxy } from '../membrane/proxies.ts';
import { warmUpMembrane } from '../membrane/warm-up.ts';
import { consoleOf } from '../platform/console.ts';
import { modules as registry } from '../platform/modules.ts';
import { installPlatform } from '../platform/platform.ts';
import { random } from '../platform/random.ts';
import { clock } from './clock.ts';
import { createBoot, markLoaded, type Runner } from './drive.ts';
import { print } from './print.ts';
import type { Mode } from './runners.ts';
import { noteAssertion } from './script-runner.ts';
import { solutionModules } from './solution.ts';

/** Whose globals a suite sees. */
type TestGlobals = 'vitest' | 'jest';

export type Modules = Record<string, Record<string, unknown>>;

export interface Installed {
  readonly modules: Modules;
  readonly runner: (mode: Mode) => Runner;
  /** Globals that suites of this kind see without importing anything. */
  readonly globals?: Readonly<Record<TestGlobals, Readonly<Record<string, unknown>>>>;
}

/** Puts the realm together, and leaves one global for the host, which takes what it needs and deletes it. */
export function install({ modules, runner, globals = { vitest: {}, jest: {} } }: Installed): void {
  installPlatform({
    now: () => clock.now(),
    performanceNow: () => clock.performanceNow(),
    setTimer: (callback, ms, repeat) => clock.set(callback, { ms, repeat }),
    clearTimer: (id) => clock.clear(id),
    random,
    console: consoleOf(print, noteAssertion),
  });
  installProxy();
  warmUpMembrane();
  /** Makes names visible that a suite mentions without importing them. */
  const offerGlobals = (style: TestGlobals, names: readonly string[]): void => {
    for (const name of names) {
      if (!Object.hasOwn(globals[style], name)) continue;
      Object.defineProperty(globalThis, name, { value: globals[style][name], writable: true, configurable: true });
    }
  };
  Object.defineProperty(globalThis, '__guest', {
    value: {
      boot: createBoot(runner),
      builtins: modules,
      offerGlobals,
      solution: solutionModules,
      markLoaded,
      modules: registry,
    },
    configurable: true,
  });
}
