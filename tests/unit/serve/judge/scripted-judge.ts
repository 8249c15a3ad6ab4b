import { JudgingQueue } from '../../../../src/serve/judge/judging-queue.ts';
import type { Judged, TestResult } from '../../../../src/serve/judge/program-judge.ts';
import type { ProgramRequest } from '../../../../src/serve/judge/request.ts';

/** A judge whose verdicts come when the test says so, and that notes what it was asked. */
export class ScriptedJudge {
  readonly begun: string[] = [];
  readonly #finish = new Map<string, (judged: Judged) => void>();

  /** A queue in front of it. */
  queue(running: number, capacity: number): JudgingQueue {
    return new JudgingQueue({ judge: (request, signal) => this.#judge(request, signal), running, capacity });
  }

  finish(program: string, judged: Judged = accepted()): void {
    this.#finish.get(program)?.(judged);
  }

  finishAll(): void {
    for (const program of this.begun) this.finish(program);
  }

  #judge({ program }: ProgramRequest, signal: AbortSignal): Promise<Judged> {
    this.begun.push(program);
    return new Promise((resolve, reject) => {
      this.#finish.set(program, resolve);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  }
}

/** Results of so many tests that all accept. */
export function accepted(tests = 1): Judged {
  const result: TestResult = { isPassed: true, durationMs: 12, verdict: { kind: 'accepted' } };
  return { ok: true, results: Array.from({ length: tests }, () => result) };
}

export function requestOf(program: string): ProgramRequest {
  return { program, tests: ['assert(1)'], language: 'ts' };
}
