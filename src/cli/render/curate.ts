import { curateStages } from '../../pipeline/curation/fates.ts';
import type { CurateResult } from '../../pipeline/curation/curate.ts';

/** What `winnow curate --json` prints. */
export interface CurateSummary {
  readonly rows: number;
  readonly kept: number;
  readonly splits: Readonly<Record<string, number>>;
  readonly stages: CurateResult['accounting'];
  readonly dir: string;
}

export function curateSummary({ rows, kept, splits, accounting, dir }: CurateResult): CurateSummary {
  return { rows, kept, splits, stages: accounting, dir };
}

/** The result for people: what came in, what each step dropped, and where the rest is. */
export function renderCurated({ rows, kept, splits, accounting, dir }: CurateResult): string {
  const dropped = curateStages.flatMap((stage) => Object.entries(accounting[stage].dropped));
  const sizes = Object.entries(splits).map(([name, size]) => `${size} ${name}`);
  const lines: readonly (readonly [string, string])[] = [
    ['rows', String(rows)],
    ...dropped.map(([reason, times]) => [reason, `-${times}`] as const),
    ['kept', String(kept)],
    ...(sizes.length > 0 ? [['splits', sizes.join(', ')] as const] : []),
    ['files', dir],
  ];
  return `${lines.map(([name, value]) => `${name.padEnd(22)}${value}`).join('\n')}\n`;
}
