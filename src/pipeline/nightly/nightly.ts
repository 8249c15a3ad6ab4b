import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import { exitCode, WinnowError } from '../../core/error.ts';
import type { NightRow } from '../../core/night.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import { rememberRun } from '../admission/remember-run.ts';
import { folderRows } from '../report/folder-rows.ts';
import { run, type RunOptions } from '../run.ts';
import { traced } from '../telemetry.ts';
import {
  addNight,
  clearCurrent,
  readCurrent,
  readNights,
  writeCurrent,
  type NightlyFolder,
  type OpenNight,
} from './folder.ts';
import { gatesOf } from './gates.ts';
import { growDataset } from './grow-dataset.ts';
import { openNightLog } from './log.ts';
import { prometheusText } from './metrics.ts';
import { nextNight, nightConfig } from './plan-night.ts';
import { sumUp } from './sum-up.ts';
import { tellCommand, tellWebhook, type Told } from './tell.ts';

export interface NightlyOptions extends Omit<RunOptions, 'dir' | 'dirKey' | 'fresh'> {
  readonly folder: NightlyFolder;
  /** A run's directory as the store knows it. */
  readonly dirKeyOf: (dir: string) => string;
  /** Whether a moment is set at which the run ends. */
  readonly hasDeadline: boolean;
  /** What is told of the end of a night. */
  readonly webhook?: string;
  readonly onNotice: (notice: string) => void;
  readonly onNight?: (night: OpenNight, isResumed: boolean) => void;
}

export interface NightResult {
  readonly night: NightRow;
  readonly markdown: string;
}

/**
 * Goes on with a night that did not come to its end, or has a new one: a run of its own in the store that all nights
 * share. A budget or a deadline ends a night as well as its target does. What it kept is added to the dataset, it is
 * held against the nights before, and whoever wants to know is told.
 */
export async function nightly(options: NightlyOptions): Promise<NightResult> {
  const { folder, clock, onNight } = options;
  const known = readCurrent(folder);
  const night = known ?? nextNight(new Date(clock.now()), readNights(folder));
  const config = nightConfig(options.config, night, {
    seeds: options.seeds.length,
    seen: folder.seen,
    hasDeadline: options.hasDeadline,
  });
  if (!known) await writeCurrent(folder, night);
  onNight?.(night, known !== undefined);
  const secrets = [...options.credentials.values()].flatMap((one) => one.secrets);
  using log = openNightLog(join(folder.runOf(night.night), 'log.ndjson'), night.night, [
    ...secrets,
    options.webhook ?? '',
  ]);
  const spans = traced('night', { 'winnow.night': night.night });
  const logged: NightlyOptions = {
    ...options,
    onEvent: (event) => {
      log.onEvent(event);
      spans.onEvent(event);
      options.onEvent(event);
    },
    onNotice: (notice) => {
      log.note(notice);
      options.onNotice(notice);
    },
  };
  try {
    const state = await runNight(logged, config, night);
    const result = await concludeNight(logged, config, { night, state });
    spans.end();
    return result;
  } catch (error) {
    spans.end(error);
    throw error;
  }
}

/** The night's run, to its end or to where it was told to stop. */
async function runNight(options: NightlyOptions, config: Config, { night }: OpenNight): Promise<NightRow['state']> {
  const dir = options.folder.runOf(night);
  const begin = (fresh: boolean): Promise<unknown> =>
    run({ ...options, config, dir, dirKey: options.dirKeyOf(dir), fresh, hasSuccessors: true });
  try {
    await begin(false).catch(async (error: unknown) => {
      if (!(error instanceof WinnowError) || error.code !== 'settings-changed') throw error;
      options.onNotice(
        `The settings have changed since the night of ${night} began: it begins anew, with the replies that are stored.`,
      );
      await begin(true);
    });
    return 'done';
  } catch (error) {
    if (error instanceof WinnowError && error.exit === exitCode.budgetReached) return 'stopped';
    throw error;
  }
}

/** Each step may be done again: a night that died here is concluded by the next invocation. */
async function concludeNight(
  options: NightlyOptions,
  config: Config,
  { night, state }: { readonly night: OpenNight; readonly state: NightRow['state'] },
): Promise<NightResult> {
  const { folder, clock } = options;
  const dir = folder.runOf(night.night);
  if (config.curate.seen !== null)
    await rememberRun(config.curate.seen, folderRows(dir, 'samples', new AbortController().signal));
  const manifest = await growDataset(folder.dataset, night.night, join(dir, 'samples.jsonl'));
  const earlier = readNights(folder).filter((one) => one.night !== night.night);
  const summed = await sumUp(dir, night, { state, manifest, now: new Date(clock.now()), firstTake: night.first_take });
  const row: NightRow = { ...summed, gates: gatesOf(config.nightly.gates, summed, earlier) };
  await addNight(folder, row);
  await writeReport(folder, [...earlier, row]);
  if (config.nightly.prometheus !== null) await writeAtomically(config.nightly.prometheus, [prometheusText(row)]);
  clearCurrent(folder);
  const { nightMarkdown } = await import('../../report/nights/night-markdown.ts');
  const markdown = nightMarkdown(row);
  await tell(options, config, { night: row, markdown, report: folder.report, dataset: folder.dataset });
  return { night: row, markdown };
}

async function writeReport(folder: NightlyFolder, nights: readonly NightRow[]): Promise<void> {
  const { nightsPage } = await import('../../report/nights/nights-page.ts');
  await writeAtomically(folder.report, [nightsPage(nights)]);
}

/** Nobody being told loses nothing: it is said, and no more. */
async function tell({ webhook, onNotice }: NightlyOptions, config: Config, told: Told): Promise<void> {
  const notices = [
    webhook === undefined ? undefined : await tellWebhook(webhook, told),
    await tellCommand(config.nightly.command, told),
  ];
  for (const notice of notices) if (notice !== undefined) onNotice(notice);
}
