import { bars } from '../charts/bars.ts';
import { document, type Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count, counted, dollars, percentOf } from '../page/numbers.ts';
import { table } from '../page/table.ts';
import { brief } from '../page/visible.ts';
import type { BenchFacts, ProblemFacts } from './facts.ts';
import { estimateWords, partsFigure, passFigure } from './pass-figures.ts';
import { problemGrid } from './problem-grid.ts';

/** The page about one result of a benchmark, in one file. */
export function benchPage(facts: BenchFacts): string {
  const { title, problems, samples } = facts;
  return document({
    title: `pass@k of ${title.split('/').at(-1) ?? title}`,
    subtitle: `${counted(samples, 'sample')} of ${counted(problems, 'problem')}`,
    lead: markup`${notices(facts)}<dl class="cards">${cards(facts)}</dl>`,
    sections: [scores(facts), problemsSection(facts), hardest(facts)],
  });
}

function notices({ stopped, unjudged, unsampled }: BenchFacts): Markup {
  const said = [
    ...(stopped === undefined ? [] : [`There are fewer samples than were asked for: ${stopped}`]),
    ...(unjudged > 0
      ? [`${count(unjudged)} samples could not be judged. They count neither as passed nor as failed.`]
      : []),
    ...(unsampled.length > 0 ? [`${count(unsampled.length)} problems have no sample.`] : []),
  ];
  return markup`${said.map((words) => markup`<p class="notice problem">${brief(words)}</p>`)}`;
}

function cards({
  pass_at: passAt,
  samples,
  by_verdict: verdicts,
  ill_typed: illTyped,
  cost_usd: usd,
  tokens,
}: BenchFacts): Markup[] {
  const card = (name: string, value: string, more: string): Markup =>
    markup`<div><dt>${name}</dt><dd>${value}<small>${more}</small></dd></div>`;
  const accepted = verdicts['accepted'] ?? 0;
  return [
    ...Object.entries(passAt).map(([k, estimate]) => {
      const [value = '', interval = ''] = estimateWords(estimate).split(' (');
      return card(`pass@${k}`, value, `95 %: ${interval.replace(')', '')}`);
    }),
    card('Accepted', percentOf(accepted, samples), `${count(accepted)} of ${count(samples)} samples`),
    card('Ill-typed', count(illTyped), 'of the accepted, under a strict check'),
    ...(tokens.completion > 0
      ? [card('Cost', dollars(usd), `${count(tokens.prompt + tokens.completion)} tokens`)]
      : []),
  ];
}

function scores(facts: BenchFacts): Section {
  const verdicts = Object.entries(facts.by_verdict).toSorted(([, a], [, b]) => b - a);
  const all = verdicts.reduce((sum, [, times]) => sum + times, 0);
  const { strengthened } = facts;
  const body = markup`<div class="figures">
${passFigure('pass@k', [
  ['', facts.pass_at],
  ...(strengthened ? [[`without ${strengthened.left_out.length} doubtful`, strengthened.pass_at] as const] : []),
])}
${figure({
  title: 'Verdicts',
  says: `What became of ${count(all)} judged samples.`,
  chart: bars({
    names: verdicts.map(([kind]) => kind),
    series: [{ name: 'samples', colour: 'var(--c1)', values: verdicts.map(([, times]) => times) }],
    labels: verdicts.map(([, times]) => count(times)),
  }),
  numbers: {
    head: ['verdict', 'samples', 'share'],
    rows: verdicts.map(([kind, times]) => [kind, times, percentOf(times, all)]),
  },
})}
${partsFigure('By difficulty', facts.by_difficulty)}
${partsFigure('By topic', facts.by_topic)}
</div>`;
  return { id: 'scores', title: 'Scores', body };
}

/** A page with more of them would be slow to open. */
const shownProblems = 1000;

function problemsSection({ by_problem: problems }: BenchFacts): Section {
  const rate = ({ passed, samples }: ProblemFacts): number => passed / Math.max(1, samples);
  const isCut = problems.length > shownProblems;
  const shown = isCut ? problems.toSorted((a, b) => rate(a) - rate(b)).slice(0, shownProblems) : problems;
  const summary = isCut ? `The ${count(shownProblems)} hardest; all of them: summary.json` : 'Every problem';
  const body = markup`${problemGrid(problems)}
<details><summary>${summary}</summary>${table({ head: problemHead, rows: shown.map(rowOf) })}</details>`;
  return { id: 'problems', title: 'Problem by problem', body };
}

const problemHead = ['problem', 'samples', 'passed', 'share', 'others'];
const shownHardest = 20;

function hardest({ by_problem: problems }: BenchFacts): Section {
  const judged = problems.filter(({ samples }) => samples > 0);
  const never = judged.filter(({ passed }) => passed === 0);
  const rare = judged
    .filter(({ passed, samples }) => passed > 0 && passed < samples / 2)
    .toSorted((a, b) => a.passed / a.samples - b.passed / b.samples);
  const body = markup`
<p>Never solved: ${counted(never.length, 'problem')}. Solved by fewer than half of its samples: ${counted(rare.length, 'problem')}.</p>
${never.length + rare.length > 0 && table({ head: problemHead, rows: [...never, ...rare].slice(0, shownHardest).map(rowOf) })}`;
  return { id: 'hardest', title: 'Hardest', body };
}

function rowOf({ task_id: id, samples, passed, unjudged, by_verdict: verdicts }: ProblemFacts): (string | number)[] {
  const others = Object.entries(verdicts).filter(([kind]) => kind !== 'accepted');
  const words = [
    ...others.map(([kind, times]) => `${times} ${kind}`),
    ...(unjudged > 0 ? [`${unjudged} unjudged`] : []),
  ];
  return [id, samples, passed, percentOf(passed, samples), words.join(', ') || 'none'];
}
