import type { MinimalTestsRow } from '../../core/rows.ts';
import type { Refuted } from '../../verify/minimal-suite/minimal-suite.ts';
import type { RunPorts } from '../ports.ts';
import { allDone } from '../stop.ts';
import type { DecidedTask } from './decided-task.ts';

/** A reduced suite for each solution, in their order; undefined where there is none. */
export type MinimalSuites = readonly (MinimalTestsRow | undefined)[];

/**
 * Reduces the suite of each solution that is kept. A row can do without: where none is found, or the machinery fails,
 * there is none.
 */
export async function minimalSuites(ports: RunPorts, decided: DecidedTask): Promise<MinimalSuites> {
  return await allDone(decided.written.solutions.map((_, index) => reducedFor(ports, decided, index)));
}

async function reducedFor(
  { provers, config }: RunPorts,
  decided: DecidedTask,
  index: number,
): Promise<MinimalTestsRow | undefined> {
  const { written, decision } = decided;
  const fate = decision.solutions[index];
  const column = written.suites.findIndex(({ id }) => fate?.kind === 'keep' && id === fate.suite);
  const [solution, suite] = [written.solutions[index], written.suites[column]];
  if (!provers.minimize || !solution || !suite) return undefined;
  const { task, language } = written;
  const code = { solution: solution.code, suite: suite.code, ...(language && { language }) };
  const candidate = { ...code, seed: config.seed, entryPoint: task.entryPoint };
  const minimal = await provers.minimize(candidate, refutedBy(decided, column));
  if (!minimal.ok || minimal.value.kind !== 'reduced') return undefined;
  const { tests, kept, of } = minimal.value;
  return { tests, kept, of };
}

/** The solutions that a suite refutes. */
function refutedBy({ written, judgements }: DecidedTask, column: number): readonly Refuted[] {
  return written.solutions.flatMap(({ code }, index) => {
    const judgement = judgements[index]?.[column];
    if (judgement?.kind !== 'judged' || judgement.verdict.kind !== 'refuted') return [];
    return [{ solution: code, by: judgement.verdict.by.name }];
  });
}
