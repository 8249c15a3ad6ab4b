import { readFileSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { AccountingFile } from '../../src/pipeline/write-files.ts';
import { winnowDone, type TempFolder } from '../../tests/e2e/helpers.ts';
import { afterMs, runThroughKills, type Kill, type RunToKill } from '../../tests/e2e/kills.ts';
import { checkRequests } from '../../tests/e2e/request-checks.ts';
import { differingFiles } from '../../tests/e2e/run-files.ts';
import type { KillPlan } from './kill-plans.ts';

/** Where runs are made, and how all of them are configured. */
export interface Workplace {
  readonly folder: TempFolder;
  readonly config: string;
  readonly topics: readonly string[];
  readonly maxConcurrency: number;
  readonly env: Readonly<Record<string, string>>;
}

export interface Whole {
  readonly wallMs: number;
  readonly requests: number;
  readonly samples: number;
}

export interface Round {
  readonly name: string;
  readonly kills: readonly (Omit<Kill, 'replied'> & { readonly replied: number })[];
  /** Of the start that came to its end. */
  readonly lastWallMs: number;
  /** How long a run without a kill takes, by the quickest so far. */
  readonly wallMs: number;
  /** Requests that the offline model saw twice. */
  readonly repeated: number;
  /** Requests that the run counts as repeated. */
  readonly counted: number;
  readonly problems: readonly string[];
}

/** How long what the killed process started may go on: its own watch looks twice a second, once it has started up. */
const orphanLimitMs = 3000;

/** Runs once without a kill; all others are compared with its files. */
export async function wholeRun(place: Workplace): Promise<Whole> {
  const run = toRun(place, 'whole');
  const { wallMs } = await winnowDone(run.args, run);
  const { stages, requests } = readAccounting(run.dir);
  return { wallMs, requests: requests.sent, samples: stages.deduplicate.kept };
}

export interface PlannedRound {
  readonly whole: Whole;
  readonly plan: KillPlan;
  /** How long a run without a kill takes, by the quickest so far. */
  readonly wallMs: number;
}

const maxAttempts = 8;

/** Runs with the kills of a plan, and says in what the result is not the one without; again where none was in time. */
export async function killRound(place: Workplace, { whole, plan, wallMs }: PlannedRound): Promise<Round> {
  const run = toRun(place, plan.name.replace(' ', '-'));
  let quickestMs = wallMs;
  for (let attempt = 0; ; attempt += 1) {
    const { kills, finished } = await runThroughKills(run, plan.momentsMs(quickestMs, attempt).map(afterMs));
    const result = { kills, lastWallMs: finished.wallMs, wallMs: quickestMs };
    if (kills.length > 0 || attempt === maxAttempts) return { name: plan.name, ...compare(place, whole, run, result) };
    quickestMs = Math.min(quickestMs, finished.wallMs);
    remove(run);
  }
}

function compare(
  place: Workplace,
  whole: Whole,
  run: RunToKill,
  killed: Pick<Round, 'lastWallMs' | 'wallMs'> & { readonly kills: readonly Kill[] },
): Omit<Round, 'name'> {
  const { kills } = killed;
  const accounting = readAccounting(run.dir);
  const check = checkRequests({
    log: run.log,
    requests: accounting.requests,
    kills,
    maxConcurrency: place.maxConcurrency,
    uninterrupted: whole.requests,
  });
  const wholeDir = place.folder.file('whole');
  const problems = [
    ...differingFiles(wholeDir, run.dir).map((file) => `${file} differs`),
    ...(isDeepStrictEqual(accounting.stages, readAccounting(wholeDir).stages) ? [] : ['the counts of rows differ']),
    ...check.problems,
    ...kills.flatMap(orphanProblem),
  ];
  // What differs is left to be looked at.
  if (problems.length === 0) remove(run);
  return {
    ...killed,
    kills: kills.map((kill) => ({ ...kill, replied: kill.replied.size })),
    repeated: check.repeated,
    counted: accounting.requests.repeated,
    problems,
  };
}

function remove({ dir, log }: RunToKill): void {
  rmSync(dir, { recursive: true });
  rmSync(log);
}

function orphanProblem({ orphansMs }: Kill, index: number): string[] {
  if (orphansMs !== undefined && orphansMs <= orphanLimitMs) return [];
  const howLong = orphansMs === undefined ? 'did not end' : `took ${Math.round(orphansMs)} ms to end`;
  return [`kill ${index}: a process that the run had started ${howLong}`];
}

function toRun({ folder, config, topics, env }: Workplace, name: string): RunToKill {
  const [dir, log] = [folder.file(name), folder.file(`${name}.log`)];
  return { dir, log, topics, args: ['run', '--config', config, '--out', dir, '--offline-log', log], env };
}

function readAccounting(dir: string): AccountingFile {
  return JSON.parse(readFileSync(`${dir}/accounting.json`, 'utf8')) as AccountingFile;
}
