import { join, resolve } from 'node:path';
import { existsSync, rmSync } from 'node:fs';
import type { Config } from '../../config/config.ts';
import { inputError } from '../../core/error.ts';
import type { Draw } from '../../core/draw.ts';
import type { RunRecord, Store } from '../../core/store.ts';
import { writeJsonl } from '../../output/atomic-file.ts';
import { guestPackages } from '../guest-packages.ts';
import { roundsFor, run, type RunOptions, type RunResult } from '../run.ts';
import { changedSettings, runSettings, type SettingChange, type Settings } from '../settings.ts';
import { compareDecisions, type Comparison } from './compare-decisions.ts';
import { readDecisions } from './read-decisions.ts';

export interface RejudgeOptions extends Pick<
  RunOptions,
  'config' | 'seeds' | 'wording' | 'dir' | 'dirKey' | 'store' | 'stop' | 'clock' | 'onEvent'
> {
  /** The run whose replies are judged again: its directory, and its name in the store. */
  readonly of: { readonly dir: string; readonly dirKey: string };
}

export interface Rejudged {
  readonly result: RunResult;
  /** With the run's own seed and target. */
  readonly config: Config;
  /** Whether the run had come to its end; otherwise it is compared as far as it came. */
  readonly isFinished: boolean;
  readonly settingsChanged: readonly SettingChange[];
  /** Draws of the run that were taken through the stages again. */
  readonly seeds: number;
  /** Requests without a stored reply. */
  readonly notStored: number;
  readonly comparison: Comparison;
}

/** Under these settings replies are stored and asked for: with others there are none. */
const repliesDependOn: ReadonlySet<string> = new Set([
  'endpoint.kind',
  'endpoint.name',
  'endpoint.model',
  'endpoint.extra',
  'endpoints',
  'routes',
  'generate.temperature',
  'generate.max_tokens',
]);

/**
 * Takes the seeds of an earlier run through all stages again, with its stored replies and the settings given, as a run
 * of its own in the same store; then compares the decisions. The earlier run and its files stay as they are. Seed and
 * target are the earlier run's. Throws an input error where there is no such run, or nothing of it can be used.
 */
export async function rejudge(options: RejudgeOptions): Promise<Rejudged> {
  const { of, store, stop, dir } = options;
  await refuseTaken(options);
  const record = await findRun(options);
  const config = withDrawingOf(record, options.config);
  const settingsChanged = settingsSince(record, config, options);
  refuseOtherReplies(of.dir, settingsChanged);
  const before = await readDecisions(of.dir, stop.signal);
  const draws = await settledDraws(store, record.id, roundsFor(config, options.seeds).flat());
  if (draws.size === 0) throw nothingDrawn(of.dir);
  const changesFile = join(dir, 'changes.jsonl');
  rmSync(changesFile, { force: true });
  // What the run drew is drawn again, whoever may draw it else.
  const again = { ...config, seeds: { ...config.seeds, once: 'run' as const } };
  const result = await run({ ...options, config: again, fresh: true, credentials: new Map(), storedOnly: { draws } });
  if (result.accounting.requests.stored === 0) throw nothingStored(of.dir, settingsChanged);
  const { comparison, changes } = compareDecisions(before, await readDecisions(dir, stop.signal));
  await writeJsonl(changesFile, changes);
  // What was rejudged stays open, so that a run may go on with it: its changes, written last, say that it came to its end.
  const isFinished = record.state === 'finished' || existsSync(join(of.dir, 'changes.jsonl'));
  const notStored = notStoredOf(result);
  return { result, config, isFinished, settingsChanged, seeds: draws.size, notStored, comparison };
}

/** What was rejudged before may be written over; a run that asked a model may not. */
async function refuseTaken({ of, dir, dirKey, store }: RejudgeOptions): Promise<void> {
  const isTaken = resolve(of.dir) === resolve(dir) || existsSync(join(dir, 'run.db'));
  const known = await store.findRun(dirKey);
  if (!isTaken && known?.state !== 'finished') return;
  throw inputError('out-taken', `${dir} holds a run, whose files would be lost. Choose another --out.`);
}

async function findRun({ of, store }: RejudgeOptions): Promise<RunRecord> {
  if (!existsSync(join(of.dir, 'samples.jsonl'))) {
    throw inputError(
      'no-run',
      `${of.dir} holds no files of a run: there is no samples.jsonl. Check --run, or let the run get further first.`,
    );
  }
  const record = await store.findRun(of.dirKey);
  if (record) return record;
  throw inputError(
    'no-run',
    `The store knows no run in ${of.dir}. Name the --store that the run was given; a moved run needs the store at its old place beside it.`,
  );
}

/** The configuration with what decides which seeds are drawn, and how many samples are kept, as the run had it. */
function withDrawingOf({ settings, result }: RunRecord, config: Config): Config {
  const { seed, 'seeds.takes': takes = 1, 'seeds.first_take': first = 0 } = settings;
  const target = result === undefined ? config.target : (result as RunResult).target;
  const seeds = { ...config.seeds, takes: Number(takes), first_take: Number(first) };
  return { ...config, seed: typeof seed === 'number' ? seed : config.seed, seeds, target };
}

function settingsSince(
  { settings }: RunRecord,
  config: Config,
  { seeds, wording }: Pick<RejudgeOptions, 'seeds' | 'wording'>,
): SettingChange[] {
  const now: Settings = runSettings(config, seeds, guestPackages(config.guest).labels, wording);
  return changedSettings(settings, now);
}

function refuseOtherReplies(dir: string, changes: readonly SettingChange[]): void {
  const other = changes.filter(({ name }) => repliesDependOn.has(name));
  if (other.length > 0) throw nothingStored(dir, other);
}

function nothingStored(dir: string, changes: readonly SettingChange[]): Error {
  const list = changes.map(({ name, before, after }) => `\n  ${name}: was ${text(before)}, is ${text(after)}`).join('');
  const why = list === '' ? ' The run was made by another version, or its seeds have changed.' : list;
  return inputError(
    'nothing-stored',
    `No reply of the run in ${dir} is stored for these settings:${why}\nGive --config (and --seeds) as the run was given; only what judges may change.`,
  );
}

function nothingDrawn(dir: string): Error {
  return inputError(
    'nothing-stored',
    `The run in ${dir} has taken none of these seeds through its stages. Check --seeds and --config, or let the run get further first.`,
  );
}

function text(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}

/** Those of the draws that the run took through its stages. */
async function settledDraws(store: Store, run: string, draws: readonly Draw[]): Promise<ReadonlySet<string>> {
  const settled = new Set<string>();
  for (const { key } of draws) {
    if ((await store.settled(run, { kind: 'lane', key })) !== undefined) settled.add(key);
  }
  return settled;
}

function notStoredOf({ accounting }: RunResult): number {
  return Object.values(accounting.stages).reduce((sum, { faults }) => sum + (faults['llm/not-stored'] ?? 0), 0);
}
