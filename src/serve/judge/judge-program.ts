import type { Fault } from '../../core/fault.ts';
import type { Examine } from '../../pipeline/batch/open-judge.ts';
import type { JudgeSettings } from '../../pipeline/batch/settings.ts';
import { verdictRow, type VerdictRow } from '../../pipeline/batch/verdict-row.ts';
import type { Candidate } from '../../verify/candidate.ts';
import { programOf, suiteOf } from './program-of.ts';
import type { JobQueue, Turn } from './queue.ts';
import type { ProgramRequest } from './request.ts';

/** What came of a program: for each of its tests whether it passed, the time that took, and the verdict. */
export interface JudgedProgram {
  /** 1 where the tests accept the program, 0 where they do not. */
  readonly results: readonly (0 | 1)[];
  /** Seconds. */
  readonly runtimes: readonly number[];
  readonly verdicts: readonly VerdictRow[];
}

/** Our own machinery failed: nothing is known about the program. */
export class Unjudged extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'Unjudged';
    this.fault = fault;
  }
}

export interface JudgeProgramPorts {
  readonly examine: Examine;
  readonly queue: JobQueue;
  readonly settings: JudgeSettings;
}

/** Judges a program by each of its tests. Rejects with `Overloaded` or `Unjudged`, and never takes either for a failure. */
export async function judgeProgram(
  { examine, queue, settings }: JudgeProgramPorts,
  request: ProgramRequest,
  turn: Turn,
): Promise<JudgedProgram> {
  const language = request.language ?? 'ts';
  const found = programOf(request, language);
  if (!found.ok) return allFailed(request.tests.length, found.message);
  const limits = { ...settings.limits, cpuMs: cpuMsOf(request, settings), types: settings.types[language] };
  const judged = await Promise.all(
    request.tests.map((tests) =>
      queue.run(async () => {
        const program = { solution: found.code, suite: suiteOf(tests), language, seed: settings.seed };
        const candidate = candidateOf(request, program);
        const examined = await examine(candidate, limits, turn.signal);
        if (!examined.ok) throw new Unjudged(examined.fault);
        return examined.value;
      }, turn),
    ),
  );
  return {
    results: judged.map(({ verdict }) => (verdict.kind === 'accepted' ? 1 : 0)),
    runtimes: judged.map(({ durationMs }) => Math.round(durationMs) / 1000),
    verdicts: judged.map(({ verdict }) => verdictRow(verdict)),
  };
}

function candidateOf({ entry_point: entryPoint, test_style: style }: ProgramRequest, candidate: Candidate): Candidate {
  return { ...candidate, ...(entryPoint !== undefined && { entryPoint }), ...(style !== undefined && { style }) };
}

/** A request may ask for less than the server allows, and not for more. */
function cpuMsOf({ max_execution_time: seconds }: ProgramRequest, { limits }: JudgeSettings): number {
  return seconds === undefined ? limits.cpuMs : Math.max(1, Math.min(limits.cpuMs, Math.round(seconds * 1000)));
}

function allFailed(tests: number, message: string): JudgedProgram {
  const verdict = verdictRow({ kind: 'malformed', side: 'solution', stage: 'extract', message });
  const each = Array.from({ length: tests });
  return { results: each.map(() => 0), runtimes: each.map(() => 0), verdicts: each.map(() => verdict) };
}
