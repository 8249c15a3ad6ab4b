import type { GateFinding, NightRow } from '../../core/night.ts';
import { lines } from '../charts/lines.ts';
import { document, type Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count, counted, dollars, duration, percent } from '../page/numbers.ts';
import { table } from '../page/table.ts';

/** The page about a series of nights, the last one first, in one file. */
export function nightsPage(nights: readonly NightRow[]): string {
  const last = nights.at(-1);
  return document({
    title: last ? `The night of ${last.night}` : 'No night has ended yet',
    subtitle: last
      ? `${counted(last.kept, 'row')} kept, ${counted(last.rows, 'row')} in the dataset after ${counted(nights.length, 'night')}`
      : '',
    lead: markup`${last && lead(last)}`,
    sections: last ? [gates(last), history(nights), allNights(nights)] : [],
  });
}

function lead(night: NightRow): Markup {
  const failed = night.gates.filter(({ passed }) => !passed);
  const card = (name: string, value: string, more: string): Markup =>
    markup`<div><dt>${name}</dt><dd>${value}<small>${more}</small></dd></div>`;
  return markup`
${failed.map(({ gate, why }) => markup`<p class="notice problem">${gate}: ${why}.</p>`)}
${night.state === 'stopped' && markup`<p class="notice">A budget or a deadline ended this night. Everything is saved, and the next one goes on from here.</p>`}
<p><a href="nights/${encodeURIComponent(night.night)}/report.html">The report of this night’s run</a></p>
<dl class="cards">
${card('Kept', count(night.kept), `of ${counted(night.draws, 'draw')}`)}
${card('Accepted', percent(night.pass_rate), 'of the solutions')}
${card('Diversity', night.diversity.toFixed(2), 'of 1')}
${card('Spent', dollars(night.cost_usd), `${dollars(night.cost_per_kept_usd)} for a kept row`)}
${card('Time', duration(night.elapsed_ms), `${duration(night.latency_ms)} a request`)}
${card('Unjudged', count(night.faults), 'by faults')}
${card('Repeats', count(night.repeats), 'left out')}
${card('Version', count(night.version), `${counted(night.rows, 'row')} in all`)}
</dl>`;
}

function gates({ gates: findings }: NightRow): Section {
  const rows = findings.map(({ gate, passed, why }: GateFinding) => [gate, passed ? 'passed' : 'FAILED', why]);
  return { id: 'gates', title: 'Gates', body: table({ head: ['gate', '', 'why'], rows }) };
}

type Figure = readonly [
  title: string,
  says: string,
  colour: string,
  of: (night: NightRow) => number,
  format?: (value: number) => string,
];

const figures: readonly Figure[] = [
  ['Kept rows', 'Rows that each night added.', 'var(--kept)', ({ kept }) => kept],
  ['Rows of the dataset', 'Of all nights together.', 'var(--c1)', ({ rows }) => rows],
  ['Yield', 'Kept rows for each draw.', 'var(--c3)', (night) => night.yield],
  [
    'Pass rate',
    'Share of the solutions that were accepted.',
    'var(--c6)',
    (night) => night.pass_rate,
    (value) => percent(value),
  ],
  ['Diversity', 'How varied each night’s rows are, from 0 to 1.', 'var(--c5)', (night) => night.diversity],
  ['Dollars for a kept row', 'What each kept row cost.', 'var(--c2)', (night) => night.cost_per_kept_usd, dollars],
  ['Time of a request', 'From sending to the last word.', 'var(--c7)', (night) => night.latency_ms, duration],
];

function history(nights: readonly NightRow[]): Section {
  const body = markup`<div class="figures">${figures.map(([title, says, colour, of, yFormat]) =>
    figure({
      title,
      says,
      chart: lines({
        xName: 'night',
        series: [{ name: title, colour, points: nights.map((night, place) => [place + 1, of(night)] as const) }],
        ...(yFormat && { yFormat }),
      }),
      numbers: { head: ['night', title], rows: nights.map((night) => [night.night, String(of(night))]) },
    }),
  )}</div>`;
  return { id: 'history', title: 'Night by night', body };
}

const shownNights = 60;

function allNights(nights: readonly NightRow[]): Section {
  const rows = nights
    .slice(-shownNights)
    .toReversed()
    .map((night) => [
      night.night,
      night.state,
      night.kept,
      night.draws,
      percent(night.pass_rate),
      night.diversity.toFixed(2),
      dollars(night.cost_usd),
      duration(night.elapsed_ms),
      night.gates
        .filter(({ passed }) => !passed)
        .map(({ gate }) => gate)
        .join(', ') || 'passed',
    ]);
  const head = ['night', 'ended', 'kept', 'draws', 'accepted', 'diversity', 'dollars', 'time', 'gates'];
  return { id: 'nights', title: 'All nights', body: table({ head, rows }) };
}
