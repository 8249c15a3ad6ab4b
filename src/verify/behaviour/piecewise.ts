import { ok, type Outcome } from '../../core/fault.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import { ask, type Range, type Reply } from './ask.ts';
import { type Behaviour, type Call, callMarks, type ObserveOptions, type Subject } from './behaviour.ts';

export interface PiecewiseOptions {
  readonly subject: Subject;
  readonly options: ObserveOptions;
  readonly waits: boolean;
}

/** A stopped job costs all its time, twice over; one that ends costs next to nothing. */
const mostStops = 4;
const mostJobs = 60;
const piecesOfRange = 8;
/** What a piece may take of the whole's CPU time. */
const pieceShare = 4;
const leastCpuMs = 50;

/**
 * Finds the calls that do not end, or print or take too much, by running ever smaller pieces of the range. What is
 * left when the jobs are used up stays unobserved.
 */
export async function observePiecewise(
  sandbox: Pick<Sandbox, 'submit'>,
  { subject, options, waits: waitsAtFirst }: PiecewiseOptions,
): Promise<Outcome<Behaviour>> {
  let waits = waitsAtFirst;
  const cpuMs = Math.max(leastCpuMs, Math.ceil(options.limits.cpuMs / pieceShare));
  const put = (range: Range): Promise<Outcome<Reply>> => ask(sandbox, { subject, options, range, cpuMs, waits });
  const drawn = await ask(sandbox, { subject, options, range: [0, 0], cpuMs: options.limits.cpuMs, waits });
  if (!drawn.ok) return drawn;
  if (drawn.value.kind !== 'answered') return ok({ kind: 'failed', verdict: drawn.value.verdict });
  const { inputs } = drawn.value.answer;
  const calls = inputs.map((input): Call => untold(input, { kind: 'unobserved' }));
  const waiting: Range[] = piecesOf([0, inputs.length]);
  let stops = 0;
  for (let jobs = 0; waiting.length > 0 && jobs < mostJobs && stops < mostStops; jobs++) {
    const range = waiting.shift() as Range;
    const asked = await put(range);
    if (!asked.ok) return asked;
    const reply = asked.value;
    if (reply.kind === 'failed') return ok(reply);
    if (reply.kind === 'answered' && reply.answer.givesPromises && !waits) {
      waits = true;
      waiting.unshift(range);
      continue;
    }
    if (reply.kind === 'answered') for (const [at, call] of reply.answer.calls) calls[at] = call;
    if (reply.kind === 'answered' && reply.answer.calls.size >= range[1] - range[0]) continue;
    stops++;
    if (range[1] - range[0] > 1) waiting.unshift(...piecesOf(range));
    else calls[range[0]] = untold(inputs[range[0]] ?? '', endless(reply));
  }
  return ok({ kind: 'observed', calls });
}

function endless(reply: Reply): Call['outcome'] {
  const isMemory = reply.kind === 'stopped' && reply.verdict.limit === 'memory';
  return {
    kind: 'threw',
    text: isMemory ? callMarks.hungry : reply.kind === 'stopped' ? callMarks.endless : callMarks.wordy,
  };
}

function untold(input: string, outcome: Call['outcome']): Call {
  return { input, outcome, changed: false, unsteady: false };
}

function piecesOf([from, to]: Range): Range[] {
  const size = Math.max(1, Math.ceil((to - from) / piecesOfRange));
  const starts = Array.from({ length: Math.ceil((to - from) / size) }, (_, piece) => from + piece * size);
  return starts.map((start) => [start, Math.min(to, start + size)]);
}
