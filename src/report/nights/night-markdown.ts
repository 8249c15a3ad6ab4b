import type { NightRow } from '../../core/night.ts';
import { count, dollars, duration, percent } from '../page/numbers.ts';

/** A night in a few lines of Markdown, for a chat or a mail. */
export function nightMarkdown(night: NightRow): string {
  const failed = night.gates.filter(({ passed }) => !passed);
  const heading = failed.length === 0 ? (night.state === 'done' ? 'done' : 'stopped where it was told to') : 'FAILED';
  return [
    `**Winnow, night of ${night.night}: ${heading}**`,
    ...failed.map(({ gate, why }) => `- ${gate}: ${why}`),
    `- ${count(night.kept)} rows kept of ${count(night.draws)} draws; ${count(night.rows)} in the dataset (version ${night.version})`,
    `- ${percent(night.pass_rate)} of solutions accepted, diversity ${night.diversity.toFixed(2)}, ${count(night.faults)} unjudged by faults`,
    `- ${dollars(night.cost_usd)} (${dollars(night.cost_per_kept_usd)} a row), ${count(night.tokens)} tokens, ${duration(night.elapsed_ms)}`,
    '',
  ].join('\n');
}
