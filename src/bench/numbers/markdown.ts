import type { Estimate } from './interval.ts';
import type { PartSummary, ProblemSummary, Summary } from './summary.ts';

/** `summary.md`: a result for people. */
export function summaryMarkdown(summary: Summary, title: string): string {
  const { samples, unjudged, unsampled, all_unjudged: allUnjudged, ill_typed: illTyped, forms } = summary;
  const scored = {
    problems: summary.problems - unsampled.length - allUnjudged.length,
    samples: samples - unjudged,
    pass_at: summary.pass_at,
  };
  return [
    `# pass@k of ${title}`,
    '',
    ...rows({ all: scored }, ''),
    ...(summary.strengthened ? strengthened(summary.strengthened) : []),
    '',
    'Each interval holds the true value for 95 % of problem sets drawn as this one was (Wilson, with an effective number of problems).',
    '',
    `${samples} samples, ${unjudged} of them not judged${unjudged > 0 ? ' (counted neither as passed nor as failed)' : ''}. ${illTyped} accepted ones are ill-typed under a strict check. Programs were found whole in ${forms.program} replies, as a continuation of the prompt in ${forms.continuation}, and not at all in ${forms.none}.`,
    '',
    ...section('Verdicts', shares(summary)),
    ...section('By topic', rows(summary.by_topic, 'topic')),
    ...section('By difficulty', rows(summary.by_difficulty, 'difficulty')),
    ...section(
      'Never solved',
      named(summary.by_problem.filter((one) => one.samples > 0 && one.passed === 0).map(idOf)),
    ),
    ...section('Hardest of those solved', named(hardest(summary.by_problem))),
    ...section('Without a sample', named(unsampled)),
    ...section('Without a judged sample', named(allUnjudged)),
    ...section('Problems', problemTable(summary.by_problem)),
  ].join('\n');
}

/** A share with its interval, such as `37.5 % (22.1–55.9)`. */
export function percentWithInterval({ value, ci95: [low, high] }: Estimate): string {
  return `${percent(value)} % (${percent(low)}–${percent(high)})`;
}

export function percent(value: number): string {
  return (value * 100).toFixed(1).replace(/^-0\.0$/u, '0.0');
}

/** Text that stays in its cell of a table, and is shown as it is. */
export function cell(text: string): string {
  return onOneLine(text).replaceAll(/[\\|`*<[\]~&]/gu, String.raw`\$&`);
}

/** Ids as code, outside of tables. */
export function codeList(ids: readonly string[]): string {
  return ids.map(codeSpan).join(', ');
}

/** The marks round code are longer than any within it. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  const marks = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return [marks, onOneLine(text), marks].join(space);
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

function idOf({ task_id: id }: ProblemSummary): string {
  return id;
}

const shownHardest = 10;

/** Solved by some sample and failed by more than half of them. */
function hardest(problems: readonly ProblemSummary[]): string[] {
  const rate = ({ passed, samples }: ProblemSummary): number => passed / samples;
  const rare = problems.filter((one) => one.passed > 0 && rate(one) < 0.5);
  return rare
    .toSorted((a, b) => rate(a) - rate(b))
    .slice(0, shownHardest)
    .map(idOf);
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, ''];
}

function rows(parts: Readonly<Record<string, PartSummary>>, heading: string): string[] {
  const [first] = Object.values(parts);
  if (first === undefined) return [];
  const ks = Object.keys(first.pass_at);
  return [
    `| ${heading} | problems | samples | ${ks.map((k) => `pass@${k}`).join(' | ')} |`,
    `| --- | ---: | ---: | ${ks.map(() => '---:').join(' | ')} |`,
    ...Object.entries(parts).map(([name, { problems, samples, pass_at: passAt }]) => {
      const values = ks.map((k) => (passAt[k] ? percentWithInterval(passAt[k]) : ''));
      return `| ${cell(name)} | ${problems} | ${samples} | ${values.join(' | ')} |`;
    }),
  ];
}

function strengthened({
  left_out: leftOut,
  ...part
}: PartSummary & { readonly left_out: readonly string[] }): string[] {
  const what = `Without the ${leftOut.length} problems whose tests an audit found wrong, weak or flaky:`;
  return ['', what, '', ...rows({ trusted: part }, ''), '', ...named(leftOut)];
}

function shares({ by_verdict: verdicts, verdict_shares: shares }: Summary): string[] {
  const lines = Object.entries(verdicts).map(
    ([kind, count]) => `| ${kind} | ${count} | ${percent(shares[kind] ?? 0)} % |`,
  );
  return lines.length === 0 ? [] : ['| verdict | samples | share |', '| --- | ---: | ---: |', ...lines];
}

function named(ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [codeList(ids)];
}

function problemTable(problems: readonly ProblemSummary[]): string[] {
  const lines = problems.map(({ task_id: id, samples, passed, unjudged, by_verdict: verdicts }) => {
    const kinds = Object.entries(verdicts).filter(([kind]) => kind !== 'accepted');
    const failed = [
      ...kinds.map(([kind, count]) => `${count} ${kind}`),
      ...(unjudged > 0 ? [`${unjudged} unjudged`] : []),
    ];
    return `| ${cell(id)} | ${samples} | ${passed} | ${failed.join(', ')} |`;
  });
  return ['| problem | samples | passed | others |', '| --- | ---: | ---: | --- |', ...lines];
}
