import { chapter, listing, table, type Block, type Cell, type Chapter } from './chapter.ts';
import type { SolutionStory, Story, SuiteStory } from './story.ts';
import { reasonLine, verdictCell, verdictDetail } from './words.ts';

/** What was written for the task, and what every suite made of every solution. */
export function candidateChapters({ solutions, suites }: Story): Chapter[] {
  return [
    ...chapter('Candidates', [
      table(
        ['solution', 'decision', ...suites.map(({ name }) => name)],
        solutions.map((solution) => solutionRow(solution, suites)),
      ),
      table(['suite', 'was written', 'is gone by'], suites.map(suiteRow)),
      ...solutions.flatMap((solution) => failures(solution, suites)),
    ]),
    ...chapter('Every solution and suite', [
      ...solutions.map(({ name, isOwn, derived, code }) =>
        listing(titled(name, isOwn ? 'this row’s' : undefined, derived), code, { isFolded: true }),
      ),
      ...suites.map(({ name, derived, code }) => listing(titled(name, derived), code, { isFolded: true })),
    ]),
  ];
}

function titled(name: string, ...more: readonly (string | undefined)[]): string {
  return [name, ...more.filter((part) => part !== undefined)].join(', ');
}

function solutionRow(solution: SolutionStory, suites: readonly SuiteStory[]): Cell[] {
  const { name, isOwn, derived, verdicts } = solution;
  return [
    { text: titled(name, isOwn ? 'this row’s' : undefined, derived) },
    decisionCell(solution),
    ...suites.map((_, index) => verdictCell(verdicts[index])),
  ];
}

function decisionCell({ decision }: SolutionStory): Cell {
  switch (decision.kind) {
    case 'accepted': {
      const { fate, row, confidence } = decision;
      if (fate.kind === 'dropped') return { text: `dropped: ${fate.reason.kind}`, row, tone: 'bad' };
      return fate.kind === 'kept'
        ? { text: `kept, ${confidence}`, row, tone: 'good' }
        : { text: `accepted, ${confidence}`, row };
    }
    case 'rejected':
      return { text: `dropped: ${decision.reason.kind}`, row: decision.row, tone: 'bad' };
    case 'unknown':
      return { text: 'not known' };
  }
}

function suiteRow({ name, blind, supported, derived, reason, row }: SuiteStory): Cell[] {
  const written = blind === undefined ? 'not known' : blind ? 'blind' : 'with a solution in sight';
  const use: Cell =
    reason === undefined
      ? supported === undefined
        ? { text: 'not known' }
        : { text: supported ? 'yes' : 'no', tone: supported ? 'good' : 'bad' }
      : { text: `no: ${reasonLine(reason)}`, tone: 'bad', ...(row !== undefined && { row }) };
  return [{ text: name }, { text: titled(written, derived) }, use];
}

function failures({ name, verdicts }: SolutionStory, suites: readonly SuiteStory[]): Block[] {
  return verdicts.flatMap((verdict, index) => {
    const detail = verdictDetail(verdict);
    const title = `${name} by ${suites[index]?.name ?? 'a suite'}: ${verdict.kind}`;
    return detail === undefined ? [] : [listing(title, detail, { language: 'text', isFolded: true })];
  });
}
