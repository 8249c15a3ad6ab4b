import type { EarlierTexts } from '../curation/collection.ts';
import { barredTexts, openTextIndexes, type TextIndexes } from '../curation/text-indexes.ts';
import { openDecontamination } from '../contamination/index-files.ts';
import type { RunPorts } from '../ports.ts';
import { Admission } from './admission.ts';

/** What lets samples of a run into its dataset, and the index that remembers them for others, where there is one. */
export interface OpenAdmission extends Disposable {
  readonly admission: Admission;
  readonly seen: TextIndexes | undefined;
}

/** Opens what a run's configuration says about near-duplicates and benchmarks. Throws an input error. */
export async function openAdmission({ config, run, stop, hasSuccessors = false }: RunPorts): Promise<OpenAdmission> {
  const { near_duplicate: nearDuplicate, decontaminate, benchmarks, against, seen: folder } = config.curate;
  using stack = new DisposableStack();
  const barred = openTextIndexes(null, stack, { durable: false });
  const refuse = (problem: string): void => void problem;
  const files = { files: against, skipsBadLines: false, signal: stop.signal, onBadLine: refuse };
  for await (const { solutions, statements } of barredTexts(files)) {
    barred.solutions.add(solutions);
    barred.statements.add(statements);
  }
  const seen = folder === null ? undefined : openTextIndexes(folder, stack);
  const earlier = [{ indexes: barred, name: 'curate.against' }, ...(seen ? [earlierRuns(seen, run)] : [])];
  const decontamination = decontaminate ? openDecontamination(benchmarks) : undefined;
  const admission = stack.use(
    new Admission({ nearDuplicate, target: config.target, keepsWholeRounds: hasSuccessors, decontamination, earlier }),
  );
  const open = stack.move();
  return { admission, seen, [Symbol.dispose]: () => open.dispose() };
}

/** What other runs had kept when this one began: what they keep later does not change it. */
function earlierRuns(seen: TextIndexes, run: string): EarlierTexts {
  const until = { solutions: seen.solutions.sizeWhen(run), statements: seen.statements.sizeWhen(run) };
  return { indexes: seen, name: 'an earlier run', until };
}
