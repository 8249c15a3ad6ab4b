/** Runs a solution against a test suite, both untrusted, and reports what happened. Imports nothing of the rest. */
export { openSandbox } from './sandbox.ts';
export type { Sandbox, SandboxOptions } from './sandbox.ts';
export { defaultLimits, isolation } from './types.ts';
export type {
  Counterexample,
  Job,
  Limit,
  Limits,
  MutantReport,
  Outcome,
  Report,
  SandboxFault,
  Side,
  TestReport,
  TestStyle,
} from './types.ts';
