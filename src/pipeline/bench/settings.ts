import type { Problem } from '../../bench/problem.ts';
import { decisiveSettings, judgeSettings, type JudgeFlags, type JudgeSettings } from '../batch/settings.ts';

/** By which of a problem's tests samples are judged. */
export type TestsChoice = 'full' | 'example';

export interface BenchFlags extends Omit<JudgeFlags, 'repeat'> {
  readonly tests?: TestsChoice;
}

export interface BenchSettings {
  readonly judging: JudgeSettings;
  readonly tests: TestsChoice;
}

/** Lays flags over a configuration file and the defaults. Types do not decide unless a flag says so, as in published scores. */
export function benchSettings({ tests = 'full', types = 'off', ...flags }: BenchFlags): BenchSettings {
  const judging = judgeSettings({ repeat: 1, ...flags });
  return { judging: { ...judging, types: { ts: types, js: 'off' } }, tests };
}

/** The settings on which a result depends, by the name a user knows them under. */
export function decisiveForBench({ judging, tests }: BenchSettings): Readonly<Record<string, string | number>> {
  return { ...decisiveSettings(judging), '--tests': tests };
}

/** The tests that samples of a problem are judged by; empty where it has none of that kind. */
export function testsOf({ tests, exampleTests }: Problem, choice: TestsChoice): string {
  return choice === 'full' ? tests : (exampleTests ?? '');
}
