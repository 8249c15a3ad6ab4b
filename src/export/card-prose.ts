import type { StageTable } from '../core/accounting.ts';
import type { CardFacts, CardOptions, SplitSize } from './card.ts';
import { formats } from './formats/all.ts';

/** The part of a card that is for people. */
export function cardProse(options: CardOptions, sizes: readonly SplitSize[]): string {
  const { samples, tasks } = options;
  const sections = [
    `# Verified TypeScript ${titles[formats[options.format].source]}`,
    `${samples} solutions to ${tasks} tasks, which passed a strict type check and their test suites (examples and properties) in an isolated sandbox${further[formats[options.format].source]} ${origin(options)}`,
    table(
      ['split', 'rows'],
      sizes.map(({ name, rows }) => [name, rows]),
    ),
    `${options.shape} \`verification.jsonl\` holds, line by line for the same rows in the order of the splits, the solution, tests, seeds, limits and versions that are needed to judge a row again, with the row's place and hash. ${separation}`,
    made(options),
    '## Check it yourself',
    'With Winnow installed, `winnow verify FOLDER` on a copy of this folder judges each row again, and finds rows that were changed, added or taken away.',
    '## Sources and licence',
    licences(options),
    ...yields(options.stages),
    ...figures('Diversity', options.diversity),
    ...figures('Decontamination', options.decontamination),
    '## Limits',
    limits,
  ];
  return `${sections.join('\n\n')}\n`;
}

const titles = { pairs: 'pairs', preferences: 'preferences', labels: 'labelled solutions', tasks: 'tasks with tests' };

const further = {
  pairs: ', and descriptions of the same code from which a fresh solution was written that passes the same tests.',
  preferences: ', each beside a solution to the same task that the same tests refute.',
  labels: ', and solutions to the same tasks that the same tests refute.',
  tasks: '. Each task stands here once, with tests that a solution is known to pass.',
};

const separation = 'No task stands in two splits, nor do tasks from the same seed or group.';

const limits =
  'A row is right as far as its tests can tell: they kill mutants of the solution and were checked against independent ones, but a behaviour that no test touches is not proven. Tasks are self-contained modules without network, files or a user interface.';

function origin({ recorded, models }: CardFacts): string {
  const written = recorded.includes('authored')
    ? ['The replies behind these rows were **written for Winnow’s offline model**, not captured from a language model.']
    : [];
  const made = recorded.includes('synthetic')
    ? ['The replies behind these rows were **made up by a program** for load tests: they teach nothing.']
    : [];
  const asked = recorded.includes('model') ? [`The rows were written by ${models.join(', ')}.`] : [];
  return [...written, ...made, ...asked].join(' ');
}

function made({ seed, versions }: CardFacts): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const parts = [...(seed === undefined ? [] : [`seed ${seed}`]), ...(names.length > 0 ? [names.join(', ')] : [])];
  return parts.length > 0 ? `Made with ${parts.join(' and ')}.` : '';
}

function licences({ licence, sourceLicences }: CardFacts): string {
  const own = `The dataset's licence: ${licence}.`;
  const sources = Object.entries(sourceLicences);
  if (sources.length === 0) return `${own} The tasks were made from seeds of ideas, not from pieces of real code.`;
  return `${own} Some tasks were made from pieces of real code:\n\n${table(['licence of the code', 'samples'], sources)}`;
}

function yields(stages: StageTable | undefined): string[] {
  if (stages === undefined) return [];
  const rows = Object.entries(stages).filter(([, stage]) => stage.in > 0);
  return [
    '## Yields',
    table(
      ['stage', 'unit', 'in', 'kept'],
      rows.map(([name, stage]) => [name, stage.unit, stage.in, stage.kept]),
    ),
  ];
}

function figures(title: string, named: Readonly<Record<string, number | string>> | undefined): string[] {
  return named === undefined ? [] : [`## ${title}`, table(['measure', 'value'], Object.entries(named))];
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
