import type { Comparison, DifferenceRow, PairRow } from './compare.ts';
import { cell, codeList, percent, percentWithInterval } from './markdown.ts';

/** `compare.md`: a comparison for people. */
export function comparisonMarkdown({ results, differences, pairs }: Comparison): string {
  const ks = [...new Set(differences.map(({ k }) => k))];
  return [
    '# Comparison',
    '',
    `| result | ${ks.map((k) => `pass@${k}`).join(' | ')} |`,
    `| --- | ${ks.map(() => '---:').join(' | ')} |`,
    ...results.map(({ name, pass_at: passAt }) => {
      const values = ks.map((k) => {
        const estimate = passAt[String(k)];
        return estimate ? percentWithInterval(estimate) : '';
      });
      return `| ${cell(name)} | ${values.join(' | ')} |`;
    }),
    '',
    ...pairs.flatMap((pair) => [...pairSection(pair, differences), '']),
    'Intervals of differences are by a bootstrap over the problems that both have samples of, paired.',
    '',
  ].join('\n');
}

/** A difference in words, such as `+12.0 points (3.1 to 20.4), better`. */
export function differenceInWords({ difference, ci95: [low, high], better }: DifferenceRow): string {
  const sign = difference > 0 ? '+' : '';
  const words = { a: 'worse', b: 'better', undecided: 'undecided' }[better];
  return `${sign}${percent(difference)} points (${percent(low)} to ${percent(high)}), ${words}`;
}

function pairSection(pair: PairRow, differences: readonly DifferenceRow[]): string[] {
  const own = differences.filter(({ a, b }) => a === pair.a && b === pair.b);
  const changes = pair.largest_changes.map(
    ({ task_id: id, a, b }) => `| ${cell(id)} | ${percent(a)} % | ${percent(b)} % |`,
  );
  return [
    `## ${cell(pair.b)} against ${cell(pair.a)}`,
    '',
    ...own.map((row) => `- pass@${row.k}: ${differenceInWords(row)} over ${row.problems} problems`),
    ...listed(`Only ${pair.a} solves`, pair.only_a),
    ...listed(`Only ${pair.b} solves`, pair.only_b),
    ...listed('Neither solves', pair.neither),
    ...listed('Left out, as only one has samples', pair.left_out),
    ...(changes.length === 0
      ? []
      : ['', `| problem | ${cell(pair.a)} | ${cell(pair.b)} |`, '| --- | ---: | ---: |', ...changes]),
  ];
}

function listed(what: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`- ${cell(what)} (${ids.length}): ${codeList(ids)}`];
}
