import type { Trip } from '../../backtranslate/choose.ts';
import { rewrite, type Rewritten, type RewriteRequest } from '../../backtranslate/rewrite.ts';
import { failed, ok, type Outcome } from '../../core/fault.ts';
import type { SampleRow } from '../../core/rows.ts';
import type { RejectedVerdict } from '../../core/verdict.ts';
import { mannerOf, upTo } from '../lane/lane-work.ts';
import type { RunPorts } from '../ports.ts';
import { allDone } from '../stop.ts';
import type { BacktranslationJob } from './backtranslate.ts';

/** How fresh solutions from one description did, and the first that passed. */
export interface WorkedTrip extends Trip {
  readonly proof?: Rewritten;
  /** The last that did not pass, where the reply held one. */
  readonly failedCode?: string;
}

export interface TripRequest {
  readonly stage: 'roundtrip' | 'baseline';
  readonly description: string;
  /** The index of the description's own request. */
  readonly sample: number;
  /** Whether to go on when one has passed: a share needs all. */
  readonly isWhole: boolean;
}

type Attempted =
  | { readonly kind: 'passed'; readonly rewritten: Rewritten }
  | { readonly kind: 'failed'; readonly verdict: RejectedVerdict; readonly solution?: string };

/** Has fresh solutions written from a description alone, and judged by the sample's tests. */
export async function roundTrip(
  ports: RunPorts,
  job: BacktranslationJob,
  request: TripRequest,
): Promise<Outcome<WorkedTrip>> {
  const { attempts } = ports.config.backtranslate;
  const attempt = (index: number) => tryOnce(ports, job, request, request.sample * attempts + index);
  const outcomes = request.isWhole
    ? await allDone(upTo(attempts).map(attempt))
    : await untilPassed(upTo(attempts), attempt);
  const fault = outcomes.find((outcome) => !outcome.ok);
  if (fault && !fault.ok) return fault;
  return ok(tripOf(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))));
}

/** One after the other; ends with the first that passes, or that is a fault. */
async function untilPassed(
  indices: readonly number[],
  attempt: (index: number) => Promise<Outcome<Attempted>>,
): Promise<Outcome<Attempted>[]> {
  const outcomes: Outcome<Attempted>[] = [];
  for (const index of indices) {
    const outcome = await attempt(index);
    outcomes.push(outcome);
    if (!outcome.ok || outcome.value.kind === 'passed') break;
  }
  return outcomes;
}

function tripOf(attempted: readonly Attempted[]): WorkedTrip {
  const passed = attempted.filter((one) => one.kind === 'passed');
  const failure = attempted.findLast((one) => one.kind === 'failed');
  return {
    passed: passed.length,
    attempts: attempted.length,
    ...(passed[0] && { proof: passed[0].rewritten }),
    ...(failure && { failure: failure.verdict }),
    ...(failure?.solution !== undefined && { failedCode: failure.solution }),
  };
}

async function tryOnce(
  ports: RunPorts,
  { draw, sample }: BacktranslationJob,
  { stage, description }: TripRequest,
  index: number,
): Promise<Outcome<Attempted>> {
  const { language } = sample.verification;
  const request: RewriteRequest = {
    stage,
    description,
    language,
    entryPoint: sample.task.entry_point,
    draw: draw.key,
    sample: index,
    manner: mannerOf(ports),
  };
  const answered = await rewrite(ports.llm, request);
  if (!answered.ok) return failed(answered.fault);
  if (answered.value.kind === 'made') return await judgeRewritten(ports, sample, answered.value.value);
  const { message } = answered.value;
  return ok({ kind: 'failed', verdict: { kind: 'malformed', side: 'solution', stage: 'extract', message } });
}

async function judgeRewritten(
  ports: RunPorts,
  { tests, verification }: SampleRow,
  rewritten: Rewritten,
): Promise<Outcome<Attempted>> {
  const { code: solution } = rewritten;
  // TypeScript is what is judged where nothing else is said, and stored verdicts say nothing.
  const language = verification.language === 'js' ? ({ language: 'js' } as const) : {};
  const judged = await ports.judge({ solution, suite: tests, seed: ports.config.seed, ...language });
  if (!judged.ok) return judged;
  if (judged.value.kind === 'accepted') return ok({ kind: 'passed', rewritten });
  return ok({ kind: 'failed', verdict: judged.value, solution });
}
