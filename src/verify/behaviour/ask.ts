import { failed, ok, type Outcome } from '../../core/fault.ts';
import { contentId } from '../../core/id.ts';
import type { RejectedVerdict } from '../../core/verdict.ts';
import { verdictOf } from '../verdict-of.ts';
import type { Report, Sandbox } from '../../../sandbox/index.ts';
import type { ObserveOptions, Subject } from './behaviour.ts';
import { probeSuite } from './probe-suite.ts';
import { type ProbeAnswer, readProbe } from './read-probe.ts';

export type Range = readonly [from: number, to: number];

export interface Question {
  readonly subject: Subject;
  readonly options: ObserveOptions;
  readonly range: Range;
  readonly cpuMs: number;
  readonly waits: boolean;
}

export type Reply =
  | { readonly kind: 'answered'; readonly answer: ProbeAnswer }
  | { readonly kind: 'stopped'; readonly verdict: Extract<RejectedVerdict, { kind: 'stopped' }> }
  | { readonly kind: 'failed'; readonly verdict: RejectedVerdict };

/** Runs a probe once. */
export async function ask(sandbox: Pick<Sandbox, 'submit'>, question: Question): Promise<Outcome<Reply>> {
  const { subject, options, range, cpuMs, waits } = question;
  const { inputs, seed } = options;
  const mark = contentId('probe', [subject.solution, seed, inputs]);
  const { entryPoint } = subject;
  const outcome = await sandbox.submit({
    id: mark,
    ...subject,
    suite: probeSuite({ ...options, entryPoint, mark, range, waits }),
    style: waits ? 'vitest' : 'throw',
    seed,
    limits: { ...options.limits, cpuMs, outputKb: Math.max(options.limits.outputKb, leastOutputKb(options)) },
  });
  return outcome.ok ? ok(replyOf(outcome.report, mark)) : failed({ boundary: 'sandbox', ...outcome.fault });
}

/** A line of the probe has two texts of at most 300 characters, or 1,500, which JSON may double, and little else. */
function leastOutputKb({ inputs, runs }: ObserveOptions): number {
  const mostInLine = inputs.kind === 'scenarios' ? 6100 : 1300;
  return Math.ceil(((inputs.examples.length + runs) * mostInLine) / 1024) + 16;
}

function replyOf(report: Report, mark: string): Reply {
  if (report.kind === 'stopped') return { kind: 'stopped', verdict: report };
  if (report.kind !== 'ran') return { kind: 'failed', verdict: verdictOf(report) as RejectedVerdict };
  const answer = readProbe(report.console, mark);
  if (answer.unfit !== undefined) return { kind: 'failed', verdict: unfit(answer.unfit.side, answer.unfit.message) };
  const verdict = verdictOf(report);
  if (verdict.kind === 'accepted' || answer.total !== undefined) return { kind: 'answered', answer };
  return { kind: 'failed', verdict };
}

function unfit(side: 'solution' | 'suite', message: string): RejectedVerdict {
  return { kind: 'malformed', side, stage: 'link', message };
}
