import { LRUCache } from 'lru-cache';
import { compose, extend, type Composition } from './compose.ts';
import { Draws } from './draws.ts';
import { inputs, type Input } from './inputs.ts';
import { runnable, typed, type Slip } from './program.ts';
import type { Kind } from './step.ts';

/** A task of which everything is known: what is right, on every input. */
export interface SyntheticTask extends Composition {
  readonly input: Input;
  readonly to: Kind;
  readonly title: string;
  readonly statement: string;
  readonly signature: string;
  readonly entryPoint: string;
  readonly param: string;
  /** The name of a record's type, and its declaration. */
  readonly record: string;
  readonly recordType: string;
  readonly usesRecord: boolean;
  readonly difficulty: 'easy' | 'medium' | 'hard';
  readonly topics: readonly string[];
  /** Inputs with what is right for each; the first two are those of the statement. */
  readonly examples: readonly Example[];
  /** Mistakes that some example shows. */
  readonly slips: readonly Slip[];
}

export interface Example {
  readonly input: unknown;
  readonly result: unknown;
}

const nouns = [
  'order',
  'ticket',
  'parcel',
  'sensor',
  'meter',
  'seat',
  'trip',
  'crate',
  'badge',
  'signal',
  'harvest',
  'ferry',
] as const;
const verbs = ['tidy', 'condense', 'review', 'settle', 'gather', 'survey', 'arrange', 'digest', 'prepare'] as const;

const made = new LRUCache<string, SyntheticTask>({ max: 2000 });

/** The task of a draw's key, `seed+operator+…`: each operator makes another one of the one before. */
export function syntheticTask(key: string, seed: number): SyntheticTask {
  const name = JSON.stringify([seed, key]);
  const known = made.get(name);
  if (known) return known;
  const task = describeTask(compositionOf(key, seed), name);
  made.set(name, task);
  return task;
}

function compositionOf(key: string, seed: number): Composition {
  const [base = '', ...operators] = key.split('+');
  return operators.reduce<Composition>(
    (before, operator, index) => {
      const name = [seed, base, operators.slice(0, index + 1)];
      return lively((attempt) =>
        operator === 'mutate' ? compose([...name, attempt]) : extend(before, [...name, attempt]),
      );
    },
    lively((attempt) => compose([seed, base, attempt])),
  );
}

const mostAttempts = 12;
/** Different results among the examples that make a task worth solving. */
const leastResults = 6;

/** The first of several compositions whose results are not nearly all the same. */
function lively(make: (attempt: number) => Composition): Composition {
  let made = make(0);
  for (let attempt = 1; attempt < mostAttempts && resultsOf(made) < leastResults; attempt += 1) made = make(attempt);
  return made;
}

function resultsOf(composition: Composition): number {
  const examples = examplesOf(composition, new Draws('lively'));
  return new Set(examples.map(({ result }) => JSON.stringify(result))).size;
}

const exampleCount = 40;

function describeTask(composition: Composition, name: string): SyntheticTask {
  const draws = new Draws(['words', name]);
  const [noun, verb] = [draws.pick(nouns), draws.pick(verbs)];
  const input = inputs[composition.start];
  const to = composition.steps.at(-1)?.to ?? input.kind;
  const entryPoint = `${verb}${capital(noun)}${draws.pick(['s', 'List', 'Log', 'Data', 'Plan'])}`;
  const record = capital(noun);
  const param = composition.start === 'text' || composition.start === 'formula' ? `${noun}Text` : `${noun}s`;
  const examples = examplesOf(composition, draws);
  const usesRecord = [input.kind, ...composition.steps.map((step) => step.to)].includes('items');
  const recordType = `interface ${record} {\n  name: string;\n  group: string;\n  amount: number;\n}`;
  const types = { record };
  const declared = `export function ${entryPoint}(${param}: ${typed(types, input.kind)}): ${typed(types, to)};`;
  const words = { ...composition, entryPoint, param, input, examples };
  return {
    ...composition,
    input,
    to,
    title: `${capital(verb)} the ${noun}s`,
    statement: statementOf(words),
    signature: usesRecord ? `export ${recordType}\n\n${declared}` : declared,
    entryPoint,
    param,
    record,
    recordType,
    usesRecord,
    difficulty: composition.steps.length <= 4 ? 'easy' : composition.steps.length === 5 ? 'medium' : 'hard',
    topics: [composition.start, ...new Set(composition.steps.map((step) => step.to))],
    examples,
    slips: slipsOf(composition, examples),
  };
}

function examplesOf({ steps, start }: Composition, draws: Draws): Example[] {
  const solve = runnable(steps);
  const { draw, empty } = inputs[start];
  const solved = (input: unknown): Example => ({ input, result: solve(structuredClone(input)) });
  const drawn = draws.list(exampleCount, () => solved(draw(draws)));
  // Those with much to show come first.
  const telling = drawn.toSorted((a, b) => JSON.stringify(b.result).length - JSON.stringify(a.result).length);
  const first = telling.slice(exampleCount / 4, exampleCount / 4 + 2);
  return [...first, ...drawn.filter((one) => !first.includes(one)), solved(empty)];
}

/** Not every mistake shows: a later step may hide it. */
function slipsOf({ steps }: Composition, examples: readonly Example[]): Slip[] {
  const all = steps.flatMap(({ mistakes }, step) => Object.keys(mistakes).map((mistake) => ({ step, mistake })));
  return all.filter((slip) => {
    const attempt = runnable(steps, slip);
    return examples.some(({ input, result }) => isOther(attempt, input, result));
  });
}

function isOther(attempt: (input: unknown) => unknown, input: unknown, result: unknown): boolean {
  const own = structuredClone(input);
  try {
    const differs = JSON.stringify(attempt(own)) !== JSON.stringify(result);
    return differs || JSON.stringify(own) !== JSON.stringify(input);
  } catch {
    return true;
  }
}

type Wording = Pick<SyntheticTask, 'steps' | 'entryPoint' | 'param' | 'input' | 'examples'>;

function statementOf({ steps, entryPoint, param, input, examples }: Wording): string {
  const shown = examples.slice(0, 2).map((example) => showExample(entryPoint, example));
  const empty = examples.at(-1);
  const numbered = steps.map(({ says }, index) => `${index + 1}. ${says}`).join('\n');
  return `Write \`${entryPoint}(${param})\`. It takes ${input.says}, and works in these steps, each on what the one before it gives:

${numbered}

What comes of the last step is returned. The argument is never changed, and nothing is thrown for any valid input; an empty one gives \`${JSON.stringify(empty?.result)}\`.

For example, ${shown.join(', and ')}.`;
}

function showExample(entryPoint: string, { input, result }: Example): string {
  return `\`${entryPoint}(${JSON.stringify(input)})\` gives \`${JSON.stringify(result)}\``;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
