import type { StageTable } from '../core/accounting.ts';
import { contentId } from '../core/id.ts';
import type { PairRow, SampleRow } from '../core/rows.ts';
import type { Draw } from '../core/draw.ts';
import type { Origin } from '../core/task.ts';
import type { RejectedVerdict } from '../core/verdict.ts';
import { describe, type Description } from '../backtranslate/describe.ts';
import { rewrite, type Rewritten } from '../backtranslate/rewrite.ts';
import { LaneRecord } from './lane/record.ts';
import { mannerOf } from './lane/lane-work.ts';
import type { RunPorts } from './ports.ts';

export interface BacktranslationSummary {
  readonly counts: StageTable;
  readonly passed: boolean;
}

export interface BacktranslationJob {
  readonly draw: Draw;
  readonly sample: SampleRow;
  /** Which described sample of its task this is, from 0. */
  readonly ordinal: number;
}

/** Describes a kept sample and proves the description by a round trip; a settled result is taken as it is. */
export async function backtranslate(ports: RunPorts, job: BacktranslationJob): Promise<BacktranslationSummary> {
  const unit = { kind: 'backtranslation', key: job.sample.id } as const;
  const known = await ports.store.settled(ports.run, unit);
  if (known !== undefined) return known as BacktranslationSummary;
  const record = new LaneRecord(ports, job.draw);
  const passed = await describeAndProve(ports, job, record);
  const summary = { counts: record.tally.table(), passed };
  await ports.store.settle(ports.run, { unit, retryable: record.retryable, summary, items: record.items });
  return summary;
}

async function describeAndProve(ports: RunPorts, job: BacktranslationJob, record: LaneRecord): Promise<boolean> {
  const { sample, draw, ordinal } = job;
  const { entry_point: entryPoint } = sample.task;
  const request = { code: sample.solution, entryPoint, draw: draw.key, sample: ordinal, manner: mannerOf(ports) };
  record.tally.make('deduplicate', 'code');
  const described = await describe(ports.llm, request);
  const description = record.receive('describe', described, { task: sample.task, sample: ordinal });
  if (!description) return false;
  record.tally.make('describe', 'description');
  return await prove(ports, job, record, description);
}

/** Has fresh solutions written from the description alone until one passes the sample's tests. */
async function prove(
  ports: RunPorts,
  job: BacktranslationJob,
  record: LaneRecord,
  description: Description,
): Promise<boolean> {
  const { attempts } = ports.config.backtranslate;
  let failure: { verdict: RejectedVerdict; solution?: string } | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const tried = await tryRoundTrip(ports, job, description.text, attempt);
    if (tried.kind === 'faulted') {
      record.fault('roundtrip', tried.fault);
      return false;
    }
    if (tried.kind === 'passed') {
      recordPairs(record, job.sample, description, { ...tried, attempts: attempt + 1 });
      return true;
    }
    failure = tried;
  }
  if (!failure) throw new Error('a round trip needs at least one attempt');
  const reason = { kind: 'round-trip-failed', attempts, verdict: failure.verdict } as const;
  const { task, tests } = job.sample;
  const solution = failure.solution === undefined ? {} : { solution: failure.solution };
  const lineage = record.lineage([description.origin]);
  const rejection = { stage: 'roundtrip', reason, task, ...solution, tests, reply: description.text, lineage } as const;
  record.reject(rejection, job.ordinal);
  return false;
}

type Tried =
  | { readonly kind: 'passed'; readonly solution: string; readonly origin: Origin }
  | { readonly kind: 'failed'; readonly verdict: RejectedVerdict; readonly solution?: string }
  | { readonly kind: 'faulted'; readonly fault: Parameters<LaneRecord['fault']>[1] };

async function tryRoundTrip(
  ports: RunPorts,
  job: BacktranslationJob,
  description: string,
  attempt: number,
): Promise<Tried> {
  const { sample, draw, ordinal } = job;
  const index = ordinal * ports.config.backtranslate.attempts + attempt;
  const request = { entryPoint: sample.task.entry_point, draw: draw.key, sample: index, manner: mannerOf(ports) };
  const answered = await rewrite(ports.llm, { description, ...request });
  if (!answered.ok) return { kind: 'faulted', fault: answered.fault };
  if (answered.value.kind === 'malformed') {
    const { message } = answered.value;
    return { kind: 'failed', verdict: { kind: 'malformed', side: 'solution', stage: 'extract', message } };
  }
  return await judgeRewritten(ports, sample, answered.value.value);
}

async function judgeRewritten(ports: RunPorts, sample: SampleRow, rewritten: Rewritten): Promise<Tried> {
  const { code: solution, origin } = rewritten;
  const judged = await ports.judge({ solution, suite: sample.tests, seed: ports.config.seed });
  if (!judged.ok) return { kind: 'faulted', fault: judged.fault };
  if (judged.value.kind === 'accepted') return { kind: 'passed', solution, origin };
  return { kind: 'failed', verdict: judged.value, solution };
}

/** A proven description is worth a row in each direction. */
function recordPairs(
  record: LaneRecord,
  sample: SampleRow,
  description: Description,
  trip: { readonly solution: string; readonly origin: Origin; readonly attempts: number },
): void {
  record.keep('roundtrip');
  record.tally.make('roundtrip', 'pair', 2);
  const { solution, origin, attempts } = trip;
  for (const direction of ['code-to-description', 'description-to-code'] as const) {
    const row: PairRow = {
      id: contentId('pair', [direction, sample.id, description.id]),
      direction,
      source: 'backtranslation',
      description: description.text,
      code: sample.solution,
      sample: sample.id,
      round_trip: { passed: true, attempts, solution },
      lineage: record.lineage([origin, description.origin]),
    };
    record.add('pair', row);
  }
}
