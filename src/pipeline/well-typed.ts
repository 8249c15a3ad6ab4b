import { bundled } from '../config/bundled.ts';
import { openTypeChecker } from '../typecheck/checker.ts';

type AreWellTyped = (modules: readonly string[]) => Promise<readonly boolean[]>;

/** Works with a strict type check of TypeScript modules at hand. */
export async function withTypeChecks<T>(work: (areWellTyped: AreWellTyped) => Promise<T>): Promise<T> {
  await using tools = new AsyncDisposableStack();
  const types = openTypeChecker({ home: bundled.root });
  tools.defer(() => types.close());
  return await work(async (modules) => {
    const checked = await types.check(modules.map((solution) => ({ solution })));
    return checked.map((outcome) => outcome.ok && outcome.value.length === 0);
  });
}
