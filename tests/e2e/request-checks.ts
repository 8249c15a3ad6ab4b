import { formatLabel } from '../../src/llm/label.ts';
import { readLog, type LoggedRequest } from '../../src/llm/offline/request-log.ts';
import type { AccountingFile } from '../../src/pipeline/write-files.ts';
import type { Kill } from './kills.ts';

export interface RequestsOfRun {
  /** The offline model's log, over all invocations. */
  readonly log: string;
  readonly requests: AccountingFile['requests'];
  readonly kills: readonly Kill[];
  readonly maxConcurrency: number;
  /** Requests that the same run sends when nothing kills it. */
  readonly uninterrupted: number;
}

export interface RequestCheck {
  /** Requests that the offline model answered more than once. */
  readonly repeated: number;
  /** One sentence for each promise that was broken. */
  readonly problems: readonly string[];
}

/** Compares what the offline model saw with what the run says, and with what the store held at each kill. */
export function checkRequests(run: RequestsOfRun): RequestCheck {
  const log = readLog(run.log).filter(({ status }) => status === 200);
  const distinct = new Set(log.map(nameOf)).size;
  const repeated = log.length - distinct;
  const bound = run.kills.length * run.maxConcurrency;
  const { sent, repeated: counted } = run.requests;
  const claims: readonly (readonly [boolean, string])[] = [
    [distinct === run.uninterrupted, `${distinct} different requests, ${run.uninterrupted} without a kill`],
    [repeated <= counted, `${repeated} requests repeated, but ${counted} counted as repeated`],
    [counted <= bound, `${counted} requests counted as repeated, over the bound of ${bound}`],
    [sent - counted === run.uninterrupted, `${sent} sent less ${counted} repeated is not ${run.uninterrupted}`],
    [log.length <= sent, `${log.length} requests arrived, but ${sent} counted as sent`],
    ...run.kills.map(({ pending }, kill) => {
      return [pending <= run.maxConcurrency, `kill ${kill}: ${pending} requests in flight`] as const;
    }),
  ];
  return {
    repeated,
    problems: [...claims.flatMap(([holds, problem]) => (holds ? [] : [problem])), ...askedAgain(run, log)],
  };
}

/** Requests that came although their reply was stored at an earlier kill. */
function askedAgain({ kills }: RequestsOfRun, log: readonly LoggedRequest[]): string[] {
  return kills.flatMap(({ replied, logged }, kill) => {
    const again = log.slice(logged).filter((entry) => replied.has(nameOf(entry)));
    return again.map((entry) => `kill ${kill}: the stored reply to ${nameOf(entry)} was asked for again`);
  });
}

function nameOf({ label }: LoggedRequest): string {
  return formatLabel(label);
}
