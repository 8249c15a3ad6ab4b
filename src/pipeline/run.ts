import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { Credentials } from '../config/credentials.ts';
import { unbalanced } from '../core/accounting.ts';
import { exitCode, WinnowError } from '../core/error.ts';
import type { Clock } from '../core/ports.ts';
import type { Draw } from '../core/draw.ts';
import type { Seed } from '../core/seed.ts';
import type { RunRecord, Store } from '../core/store.ts';
import { drawRounds } from '../seeds/draw.ts';
import { rememberRun } from './admission/remember-run.ts';
import type { OnEvent } from './events.ts';
import { type GuestPackages, guestPackages } from './guest-packages.ts';
import { accountingFile, writeAccounting, writeRowFiles, type AccountingFile } from './write-files.ts';
import type { RunPorts } from './ports.ts';
import { workRounds, type Drawn } from './rounds.ts';
import type { WorkLane } from './lane/lane.ts';
import { rowStreams, type Present } from './row-streams.ts';
import { refuseChanged, runSettings, type Settings } from './settings.ts';
import { writeCourse } from './report/course.ts';
import { writeRunPage } from './report/write-page.ts';
import type { Stop } from './stop.ts';
import type { Wording } from './wording/wording.ts';
import { withWorkshop } from './workshop.ts';

export interface RunOptions {
  readonly config: Config;
  readonly seeds: readonly Seed[];
  readonly wording: Wording;
  /** Where the files go. */
  readonly dir: string;
  /** The run's directory as the store knows it. */
  readonly dirKey: string;
  readonly store: Store;
  readonly stop: Stop;
  readonly clock: Clock;
  readonly onEvent: OnEvent;
  /** Begin a new run even where the directory has one. */
  readonly fresh: boolean;
  /** By the names of endpoints. */
  readonly credentials: ReadonlyMap<string, Credentials>;
  /** A file to which the offline model adds a line for each request. */
  readonly offlineLog?: string;
  /**
   * Takes only these draws (by key) through the stages, with stored replies and without a request; what is not stored is
   * a fault. The run stays open, so that one that asks can go on with it.
   */
  readonly storedOnly?: { readonly draws: ReadonlySet<string> };
  /**
   * Whether other runs of the store go on where this one ends: it then keeps a round as a whole, over its target if need
   * be, and gives back the draws of one that is stopped on its way.
   */
  readonly hasSuccessors?: boolean;
  /** Another way to samples than from seeds by tasks that are written for them. */
  readonly course?: Course;
}

/** What a run does with its draws. */
export interface Course {
  readonly work: WorkLane;
  readonly present: Present;
  /** What decides what the rows are beside the configuration and the seeds, by the name a user knows it under. */
  readonly settings: Settings;
}

export interface RunResult {
  readonly run: string;
  readonly samples: number;
  readonly pairs: number;
  readonly target: number | null;
  readonly accounting: AccountingFile;
}

/** The stages in their order: seeds → tasks, solutions and suites → verdicts → kept samples → pairs → files. */
export async function run(options: RunOptions): Promise<RunResult> {
  const packages = guestPackages(options.config.guest);
  const record = await openRun(options, packages);
  const finished = await finishedResult(options, record);
  if (finished) return finished;
  const begun = options.clock.now();
  const { config, store, onEvent } = options;
  const rounds = roundsOf(options);
  onEvent({ kind: 'run-started', seeds: rounds.flat().length, target: config.target, dir: options.dir });
  return await withWorkshop(options, { run: record.id, packages }, async (ports) => {
    const drawn = await workRounds(ports, {
      rounds,
      elapsedMs: () => record.elapsedMs + options.clock.now() - begun,
      ...(options.course && { work: options.course.work }),
    });
    await store.addElapsed(record.id, options.clock.now() - begun);
    const result = await writeResult(options, ports, drawn);
    if (drawn.stopped) throw drawn.stopped;
    if (!options.storedOnly) await store.finish(record.id, result);
    return result;
  });
}

/** Everything that a configuration draws from seeds. */
export function roundsFor(config: Config, seeds: readonly Seed[]): readonly (readonly Draw[])[] {
  const { operators, variants, depth } = config.generate.evolve;
  const evolve = { operators, variants, depth };
  const { round_size: roundSize, takes: count, first_take: first } = config.seeds;
  return drawRounds(seeds, { seed: config.seed, roundSize, evolve, takes: { first, count } });
}

/** Rounds are drawn from all seeds, so that those that are left out change the place of none. */
function roundsOf({ config, seeds, storedOnly }: RunOptions): readonly (readonly Draw[])[] {
  const rounds = roundsFor(config, seeds);
  if (!storedOnly) return rounds;
  return rounds.map((round) => round.filter(({ key }) => storedOnly.draws.has(key))).filter(({ length }) => length > 0);
}

/** The directory's run, or a new one; throws an input error when its settings have changed. */
async function openRun(options: RunOptions, packages: GuestPackages): Promise<RunRecord> {
  const own = runSettings(options.config, options.seeds, packages.labels, options.wording);
  const settings = { ...own, ...options.course?.settings };
  const known = options.fresh ? undefined : await options.store.findRun(options.dirKey);
  if (!known) return await options.store.createRun(options.dirKey, settings);
  refuseChanged(known.settings, settings, options.dir);
  return known;
}

/** What a finished run answers at once: nothing has changed, nothing was left unjudged, and its files are there. */
async function finishedResult(options: RunOptions, record: RunRecord): Promise<RunResult | undefined> {
  const reopened = await options.store.forgetFaulted(record.id);
  const result = record.state === 'finished' ? (record.result as RunResult) : undefined;
  const complete = existsSync(join(options.dir, 'accounting.json')) && existsSync(join(options.dir, 'samples.jsonl'));
  if (result && reopened === 0 && complete && result.target === options.config.target) return result;
  if (result) await options.store.reopen(record.id);
  if (record.elapsedMs > 0) options.onEvent({ kind: 'run-resumed', reopened });
  return undefined;
}

async function writeResult(options: RunOptions, ports: RunPorts, drawn: Drawn): Promise<RunResult> {
  const { store, dir, config } = options;
  const stages = drawn.admission.tally.table();
  const problems = unbalanced(stages);
  if (problems.length > 0) throw lostRows(problems);
  await ports.stop.idle();
  await store.countStored(ports.run, ports.requests.stored);
  const streams = rowStreams(ports, drawn.lanes, options.course?.present);
  const { samples, pairs } = await writeRowFiles(ports, dir, { streams, topics: topicsOf(options.seeds) });
  const elapsedMs = (await store.findRun(options.dirKey))?.elapsedMs ?? 0;
  const accounting = accountingFile(stages, await store.requestCounts(ports.run), elapsedMs);
  await writeAccounting(dir, accounting);
  await writeCourse(ports, dir, drawn);
  await writeRunPage(dir);
  const { seen } = config.curate;
  if (seen !== null && !drawn.stopped && !options.storedOnly) await rememberRun(seen, streams.samples());
  options.onEvent({ kind: 'files-written', dir });
  return { run: ports.run, samples, pairs, target: config.target, accounting };
}

/** The topics of all seeds, each once. */
function topicsOf(seeds: readonly Seed[]): readonly string[] {
  return [...new Set(seeds.map(({ topic }) => topic))].toSorted();
}

function lostRows(problems: readonly string[]): WinnowError {
  const message = `The counts do not add up, so rows were lost; this is a defect of Winnow.\n${problems.join('\n')}`;
  return new WinnowError(message, { code: 'rows-lost', exit: exitCode.internal });
}
