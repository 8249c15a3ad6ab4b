import { curateStages } from '../../pipeline/curation/fates.ts';
import type { CurateResult } from '../../pipeline/curation/curate.ts';

/** What `winnow curate --json` prints. */
export interface CurateSummary {
  readonly rows: number;
  readonly kept: number;
  readonly splits: Readonly<Record<string, number>>;
  readonly diversity: { readonly before: number; readonly after: number };
  /** What filters let clearly less through of. */
  readonly starved: readonly string[];
  readonly stages: CurateResult['accounting'];
  readonly dir: string;
}

export function curateSummary({ rows, kept, splits, accounting, variety, dir }: CurateResult): CurateSummary {
  const diversity = { before: variety.before.score, after: variety.after.score };
  return { rows, kept, splits, diversity, starved: starvedOf(variety), stages: accounting, dir };
}

/** The result for people: what came in, what each step dropped, and where the rest is. */
export function renderCurated({ rows, kept, splits, accounting, variety, dir }: CurateResult): string {
  const dropped = curateStages.flatMap((stage) => Object.entries(accounting[stage].dropped));
  const sizes = Object.entries(splits).map(([name, size]) => `${size} ${name}`);
  const lines: readonly (readonly [string, string])[] = [
    ['rows', String(rows)],
    ...dropped.map(([reason, times]) => [reason, `-${times}`] as const),
    ['kept', String(kept)],
    ...(sizes.length > 0 ? [['splits', sizes.join(', ')] as const] : []),
    ['diversity', `${variety.before.score} before, ${variety.after.score} after`],
    ...starvedOf(variety)
      .slice(0, 3)
      .map((words) => ['starved', words] as const),
    ['files', dir],
  ];
  return `${lines.map(([name, value]) => `${name.padEnd(22)}${value}`).join('\n')}\n`;
}

function starvedOf({ shifts }: CurateResult['variety']): string[] {
  const starved = shifts.filter(({ kind }) => kind === 'starved');
  return starved.map(
    ({ filter, trait, value, passed, others_passed: others }) =>
      `${trait} ${value}: ${percent(passed)} pass ${filter}, ${percent(others)} of the others`,
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
