import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Tally, type StageTable } from '../../../../src/core/accounting.ts';
import { drawOf } from '../../../../src/core/draw.ts';
import { failed, ok, type Outcome } from '../../../../src/core/fault.ts';
import type { LlmReply } from '../../../../src/core/ports.ts';
import { builtInPrompts } from '../../../../src/core/prompt-book.ts';
import type { PairRow, RejectedRow } from '../../../../src/core/rows.ts';
import { scriptedLlm } from '../../../../src/llm/scripted.ts';
import { backtranslate } from '../../../../src/pipeline/backtranslate/backtranslate.ts';
import type { RunPorts } from '../../../../src/pipeline/ports.ts';
import { Stop } from '../../../../src/pipeline/stop.ts';
import { openEmbeddedStore } from '../../../../src/store/embedded.ts';
import { configOf, passingFault, sampleOf, seedOf } from '../../support/examples.ts';
import { tempDir } from '../../support/temp-dir.ts';

export const good = 'Multiplies any finite amount by two and hands the outcome over.';
export const right = '```ts\nexport const double = (n: number): number => 2 * n;\n```';
export const wrong = '```ts\nexport const double = (n: number): number => n ** 2;\n```';
export const fault: Outcome<LlmReply> = failed(passingFault);

export interface WorkedJob {
  readonly passed: boolean;
  readonly pairs: readonly PairRow[];
  readonly rejected: readonly RejectedRow[];
  readonly stages: StageTable;
  /** Every request, as `stage sample`, in order of their names. */
  readonly asked: readonly string[];
  /** Does the same again in the same store. */
  readonly again: () => Promise<WorkedJob>;
  /** Forgets what a fault left unjudged; gives how many steps. */
  readonly forgetFaulted: () => Promise<number>;
}

/** Answers by `stage sample`, or by `stage` for all the rest of it. */
export type Replies = Readonly<Record<string, string | Outcome<LlmReply>>>;

/** Has one sample backtranslated, where the solutions that compute `2 * n` are right. */
export async function workedJob(
  settings: Readonly<Record<string, unknown>>,
  replies: Replies,
  ordinal = 0,
): Promise<WorkedJob> {
  const store = openEmbeddedStore(join(tempDir(), 'run.db'));
  onTestFinished(() => store.close());
  const run = (await store.createRun('dir', {})).id;
  return await worked({ store, run, settings, replies, ordinal });
}

interface Job {
  readonly store: RunPorts['store'];
  readonly run: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly replies: Replies;
  readonly ordinal: number;
}

async function worked(job: Job): Promise<WorkedJob> {
  const { store, run, settings, replies, ordinal } = job;
  const llm = scriptedLlm(({ label }) => {
    const line = replies[`${label.stage} ${label.sample}`] ?? replies[label.stage];
    if (line === undefined) throw new Error(`nothing is scripted for ${label.stage} ${label.sample}`);
    return line;
  });
  const ports: RunPorts = {
    run,
    config: configOf({ backtranslate: settings }),
    packages: [],
    llm,
    prompts: builtInPrompts,
    principles: [],
    requests: { stored: 0 },
    judge: ({ solution }) => Promise.resolve(ok(verdictOf(solution))),
    provers: {},
    store,
    stop: new Stop(),
    clock: { now: () => 0 },
    onEvent: () => {},
  };
  const sample = sampleOf();
  const { passed, counts } = await backtranslate(ports, { draw: drawOf(seedOf()), sample, ordinal });
  const unit = { kind: 'backtranslation', key: sample.id } as const;
  const tally = new Tally();
  tally.add(counts);
  return {
    passed,
    pairs: (await store.items(run, unit, 'pair')) as PairRow[],
    rejected: (await store.items(run, unit, 'rejected')) as RejectedRow[],
    stages: tally.table(),
    asked: llm.calls.map(({ label }) => `${label.stage} ${label.sample}`).toSorted(),
    again: () => worked(job),
    forgetFaulted: () => store.forgetFaulted(run),
  };
}

function verdictOf(solution: string) {
  return solution.includes('2 * n')
    ? ({ kind: 'accepted', checks: [{ name: 't', outcome: 'passed' }] } as const)
    : ({ kind: 'refuted', by: { name: 't', outcome: 'failed' }, failed: 1, total: 1 } as const);
}
