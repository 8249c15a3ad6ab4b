import type { Sandbox } from '../../sandbox/index.ts';
import { describeOutcome, isExpected } from '../../tests/sandbox/attacks/expectation.ts';
import { judgeCase } from '../../tests/sandbox/attacks/judge-case.ts';
import type { SoakCandidate } from './soak-candidate.ts';
import { type TreeUsage, treeUsage } from '../tree-usage.ts';

/** What all processes used when so many candidates were judged. */
export interface Sample extends TreeUsage {
  readonly judged: number;
  readonly atMs: number;
}

export interface WrongVerdict {
  readonly id: string;
  readonly kind: string;
  readonly expected: string;
  readonly seen: string;
}

export interface Soaked {
  readonly samples: readonly Sample[];
  readonly wrong: readonly WrongVerdict[];
}

export interface SoakOptions {
  readonly sandbox: Sandbox;
  /** How many are under way at the same time. */
  readonly window: number;
  readonly count: number;
  readonly candidateAt: (index: number) => SoakCandidate;
  readonly onSample?: (sample: Sample, wrong: number) => void;
}

/** A multiple of ten, so that each tenth ends with a sample. */
export const samplesPerRun = 200;

/** Judges candidates with a bounded number under way, and looks at the processes after every 200th part of them. */
export async function soak({ sandbox, window, count, candidateAt, onSample }: SoakOptions): Promise<Soaked> {
  const begun = performance.now();
  const wrong: WrongVerdict[] = [];
  const samples: Sample[] = [];
  let [next, judged] = [0, 0];

  const look = (): void => {
    const sample = { judged, atMs: performance.now() - begun, ...treeUsage() };
    samples.push(sample);
    onSample?.(sample, wrong.length);
  };
  const work = async (): Promise<void> => {
    while (next < count) {
      wrong.push(...(await judgeOne(sandbox, candidateAt(next++))));
      judged++;
      if (judged >= (samples.length * count) / samplesPerRun) look();
    }
  };
  look();
  await Promise.all(Array.from({ length: window }, work));
  return { samples, wrong };
}

async function judgeOne(sandbox: Sandbox, { job, kind, expectations }: SoakCandidate): Promise<WrongVerdict[]> {
  const outcome = await judgeCase(sandbox, job);
  if (isExpected(outcome, expectations)) return [];
  return [{ id: job.id, kind, expected: expectations.join('|'), seen: describeOutcome(outcome) }];
}
