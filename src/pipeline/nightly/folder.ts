import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import type { NightRow } from '../../core/night.ts';
import { writeAtomically } from '../../output/atomic-file.ts';

/** Where everything of a series of nights is. */
export interface NightlyFolder {
  readonly root: string;
  /** One row for each night that has ended. */
  readonly nights: string;
  /** The night that is under way, where there is one. */
  readonly current: string;
  /** What all nights have kept, so that nothing comes again. */
  readonly seen: string;
  readonly dataset: string;
  readonly report: string;
  runOf(night: string): string;
}

export function nightlyFolder(root: string): NightlyFolder {
  return {
    root,
    nights: join(root, 'nights.jsonl'),
    current: join(root, 'current.json'),
    seen: join(root, 'seen'),
    dataset: join(root, 'dataset'),
    report: join(root, 'report.html'),
    runOf: (night) => join(root, 'nights', night),
  };
}

/** A night that is under way: its settings are those that it began with. */
export interface OpenNight {
  readonly night: string;
  readonly started_at: string;
  readonly first_take: number;
}

const openNight: z.ZodType<OpenNight> = z.object({ night: z.string(), started_at: z.string(), first_take: z.number() });

/** The night that is under way; undefined where the last one came to its end. Throws an input error for a file that is none. */
export function readCurrent({ current }: NightlyFolder): OpenNight | undefined {
  if (!existsSync(current)) return undefined;
  return parsed(current, readFileSync(current, 'utf8'), openNight);
}

export async function writeCurrent({ current }: NightlyFolder, night: OpenNight): Promise<void> {
  await writeAtomically(current, [`${JSON.stringify(night)}\n`]);
}

export function clearCurrent({ current }: NightlyFolder): void {
  rmSync(current, { force: true });
}

const ended = z.looseObject({
  night: z.string(),
  kept: z.number(),
  take: z.number(),
  version: z.number(),
  rows: z.number(),
});

/** The nights that have ended, in their order. Throws an input error for a file that holds something else. */
export function readNights({ nights }: NightlyFolder): readonly NightRow[] {
  if (!existsSync(nights)) return [];
  const lines = readFileSync(nights, 'utf8').split('\n');
  return lines.flatMap((line, place) =>
    line === '' ? [] : [parsed(`${nights}:${place + 1}`, line, ended) as unknown as NightRow],
  );
}

/** Writes all nights anew with one more: a night is on record as a whole or not at all. */
export async function addNight(folder: NightlyFolder, night: NightRow): Promise<void> {
  const rows = [...readNights(folder).filter((one) => one.night !== night.night), night];
  await writeAtomically(
    folder.nights,
    rows.map((row) => `${JSON.stringify(row)}\n`),
  );
}

function parsed<T>(place: string, text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw inputError(
      'nightly-unreadable',
      `${place}: this is none of winnow nightly's rows. Restore it, or choose another --out.`,
      cause,
    );
  }
}
