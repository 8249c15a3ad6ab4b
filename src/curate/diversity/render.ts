import type { Shift } from '../bias/starved.ts';
import type { DiversityReport } from './measure.ts';

/** A report on variety as Markdown: the parts of the score before and after, and what filters starve. */
export function renderVariety(before: DiversityReport, after: DiversityReport, shifts: readonly Shift[]): string {
  const parts = Object.keys(after.parts) as (keyof DiversityReport['parts'])[];
  const rows: readonly (readonly (string | number)[])[] = [
    ['**score**', before.score, after.score],
    ...parts.map((part) => [part, before.parts[part] ?? '–', after.parts[part] ?? '–']),
    ['rows', before.rows, after.rows],
  ];
  return `# Variety

Each part is from 0 to 1, the score is their geometric mean: effective number (Vendi score) of different statements and of different solutions among ${after.vendi.of} rows, evenness of topics, coverage of the wanted topics, evenness of constructs, share of different algorithms.

${markdownTable(['', 'before', 'after'], rows)}
## What the filters favour and starve

${shifts.length === 0 ? 'Nothing that chance does not explain.' : shiftTable(shifts)}
`;
}

function shiftTable(shifts: readonly Shift[]): string {
  const heading = ['filter', 'trait', 'value', 'rows', 'passed', 'of the others', 'p'];
  const rows = shifts.map(({ filter, trait, value, before, passed, others_passed: others, p, kind }) => [
    filter,
    trait,
    `${value} (${kind})`,
    before,
    passed,
    others,
    p < 1e-4 ? '< 0.0001' : Math.round(p * 1e4) / 1e4,
  ]);
  return markdownTable(heading, rows);
}

function markdownTable(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cellOf).join(' | ')} |\n`;
  return `${line(heading)}${line(heading.map(() => '---'))}${rows.map(line).join('')}`;
}

function cellOf(value: string | number): string {
  return String(value)
    .replaceAll('|', String.raw`\|`)
    .replaceAll('\n', ' ');
}
