import { modules } from '../platform/modules.ts';

/** Evaluates a suite that is no ES module; gives what it threw, in words. */
export function runScript(describe: (thrown: unknown) => string): string | undefined {
  try {
    modules.load('suite');
    return undefined;
  } catch (thrown) {
    return describe(thrown);
  }
}
