import { Tally, type StageName } from '../../core/accounting.ts';
import type { Attempt } from '../../core/attempt.ts';
import { reasonKey, type DropReason } from '../../core/decision.ts';
import type { Fault, Outcome } from '../../core/fault.ts';
import type { AncestorRow, LineageRow, VerificationRow } from '../../core/rows.ts';
import type { Draw } from '../../core/draw.ts';
import type { Operator } from '../../core/operator.ts';
import type { Item, ItemKind } from '../../core/store.ts';
import type { Origin, Task } from '../../core/task.ts';
import type { Candidate } from '../../verify/candidate.ts';
import type { RunPorts } from '../ports.ts';
import { lineageRow, rejectedRow, verificationRow, type Rejection } from '../rows.ts';

/** What a run's rows say about how they were judged. */
type RecordedRun = Pick<RunPorts, 'config' | 'packages'>;

/** What happens in one unit of work: every count, and every row in order. */
export class LaneRecord {
  readonly tally: Tally = new Tally();
  readonly #run: RecordedRun;
  readonly #draw: Draw;
  readonly #ancestors: AncestorRow[] = [];
  readonly #items: Item[] = [];
  #retryable = false;

  constructor(run: RecordedRun, draw: Draw) {
    this.#run = run;
    this.#draw = draw;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** Whether a fault left something unjudged that another try may heal. */
  get retryable(): boolean {
    return this.#retryable;
  }

  /** Notes that the task was changed by an operator: rows from here on say so. */
  evolved(operator: Operator, { id, title, statement, signature }: Task): void {
    this.#ancestors.push({ operator, id, title, statement, signature });
  }

  add(kind: ItemKind, body: unknown): void {
    this.#items.push({ kind, body });
  }

  keep(stage: StageName): void {
    this.tally.count(stage, { kind: 'kept' });
  }

  fault(stage: StageName, fault: Fault): void {
    this.#retryable ||= fault.retryable;
    this.tally.count(stage, { kind: 'faulted', code: `${fault.boundary}/${fault.code}` });
  }

  /** Counts a drop without a row of its own. */
  drop(stage: StageName, reason: DropReason): void {
    this.tally.count(stage, { kind: 'dropped', reason: reasonKey(reason) });
  }

  /** Counts a drop and keeps its row. */
  reject(rejection: Rejection & { readonly stage: StageName }, sample = 0): void {
    this.drop(rejection.stage, rejection.reason);
    this.add('rejected', rejectedRow(rejection, sample));
  }

  lineage(origins: readonly Origin[]): LineageRow {
    return lineageRow(this.#run.config, { draw: this.#draw, ancestors: this.#ancestors }, origins);
  }

  verification(code: Pick<Candidate, 'solution' | 'suite' | 'language'>): VerificationRow {
    return verificationRow(this.#run, { ...code, seed: this.#run.config.seed });
  }

  /** Takes what came of one request, and counts it: the thing made, or nothing after its fault or malformed reply is recorded. */
  receive<T>(
    stage: StageName,
    outcome: Outcome<Attempt<T>>,
    context: Pick<Rejection, 'task'> & { readonly sample: number },
  ): T | undefined {
    const made = this.take(stage, outcome, context);
    if (made !== undefined) this.keep(stage);
    return made;
  }

  /** The same for a request that is not the last about one thing: a success is not counted. */
  take<T>(
    stage: StageName,
    outcome: Outcome<Attempt<T>>,
    context: Pick<Rejection, 'task'> & { readonly sample: number },
  ): T | undefined {
    if (!outcome.ok) {
      this.fault(stage, outcome.fault);
      return undefined;
    }
    const attempt = outcome.value;
    if (attempt.kind === 'made') return attempt.value;
    const { sample, ...rest } = context;
    const reason: DropReason = {
      kind: 'failed',
      verdict: {
        kind: 'malformed',
        side: stage === 'tests' ? 'suite' : 'solution',
        stage: 'extract',
        message: attempt.message,
      },
    };
    this.reject({ stage, reason, reply: attempt.reply, lineage: this.lineage([]), ...rest }, sample);
    return undefined;
  }
}
