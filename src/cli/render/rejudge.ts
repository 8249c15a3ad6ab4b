import { total } from '../../core/accounting.ts';
import type { Comparison } from '../../pipeline/rejudge/compare-decisions.ts';
import type { Rejudged } from '../../pipeline/rejudge/rejudge.ts';
import type { RunResult } from '../../pipeline/run.ts';
import { renderPairs } from './pairs.ts';

/** What `winnow rejudge --json` prints. */
export interface RejudgeSummary extends RunResult {
  readonly dir: string;
  /** The directory of the run that it is compared with. */
  readonly of: string;
  readonly finished: boolean;
  readonly profile: string;
  readonly seeds: number;
  readonly changed_settings: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;
  readonly not_stored: number;
  readonly comparison: Comparison;
}

export function rejudgeSummary(
  rejudged: Rejudged,
  { of, dir }: { readonly of: string; readonly dir: string },
): RejudgeSummary {
  const { result, config, isFinished, settingsChanged, seeds, notStored, comparison } = rejudged;
  const changes = settingsChanged.map(({ name, before = null, after = null }) => [name, { before, after }] as const);
  return {
    ...result,
    dir,
    of,
    finished: isFinished,
    profile: config.verify.profile,
    seeds,
    changed_settings: Object.fromEntries(changes),
    not_stored: notStored,
    comparison,
  };
}

/** The table for people: what was kept before and now, and why the rest is not. */
export function renderRejudged(summary: RejudgeSummary): string {
  const { comparison: compared, changed_settings: changed, not_stored: notStored, of, dir } = summary;
  const gone = compared.kept_before_only;
  const { higher, lower } = compared.confidence;
  const rows: readonly (readonly [string, string])[] = [
    ['settings', changes(changed)],
    ['kept', `${compared.kept_now} solutions, before ${compared.kept_before}`],
    ['both times', `${compared.kept_both}: ${higher} now with a higher confidence, ${lower} with a lower one`],
    ['now only', String(compared.kept_now_only)],
    ['before only', `${total(gone)}${total(gone) > 0 ? `, now ${counted(gone)}` : ''}`],
    ['dropped both', `${compared.dropped_both}, ${compared.other_reason} of them now for another reason`],
    ...(notStored > 0
      ? [
          ['not stored', `${notStored} requests: what needs a reply to them is not judged`] as const,
          ['', `(\`winnow run\` with these settings, --store and --out ${dir} asks)`] as const,
        ]
      : []),
    ...(summary.finished ? [] : [['unfinished', `${of}: only what it has so far is compared`] as const]),
    ['files', `${dir}/: as a run's, and changes.jsonl`],
  ];
  return `\n${renderPairs(rows)}`;
}

function changes(changed: RejudgeSummary['changed_settings']): string {
  const list = Object.entries(changed).map(([name, { before, after }]) => `${name} ${text(before)} → ${text(after)}`);
  return list.length === 0 ? 'as before' : list.join(`\n${' '.repeat(15)}`);
}

function text(value: unknown): string {
  const json = typeof value === 'string' ? value : JSON.stringify(value);
  return json.length > 40 ? `${json.slice(0, 12)}…` : json;
}

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([word, times]) => `${times} ${word}`)
    .join(', ');
}
