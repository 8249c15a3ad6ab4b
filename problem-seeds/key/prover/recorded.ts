import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { extractCode, type ExtractedCode, extractJson, extractSuite, extractText } from '../../../src/replies/index.ts';
import { listRecordings, readRecording } from '../../../src/llm/recordings.ts';
import type { Key } from '../key.ts';
import type { NotExtracted } from './observed.ts';

/** The directory that holds `key/` and `replies/`. */
export const defaultRoot: string = join(import.meta.dirname, '..', '..');

const task = z.object({
  title: z.string().min(1),
  statement: z.string().min(1),
  signature: z.string().min(1),
  entry_point: z.string().regex(/^[A-Za-z_$][\w$]*$/),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  topics: z.array(z.string()).min(1),
  kind: z.enum(['function', 'class']),
});

const noTask = { entryPoint: 'missing', signature: '' };

const required = [
  'task-0',
  'solve-0',
  'solve-1',
  'solve-2',
  'solve-3',
  'solve-4',
  'tests-0',
  'tests-1',
  'describe-0',
  'roundtrip-0',
];

/** One seed's key and everything recorded for it. */
export interface RecordedSeed {
  readonly seed: string;
  readonly keyFile: string;
  readonly key: Key;
  readonly entryPoint: string;
  /** The declarations that a solution exports. */
  readonly signature: string;
  readonly solutions: Readonly<Record<string, ExtractedCode>>;
  readonly suites: Readonly<Record<string, ExtractedCode>>;
  /** What is missing or malformed before anything is run. */
  readonly problems: readonly string[];
}

/** The seeds that have a key, in order. */
export function seedsWithKeys(root: string): string[] {
  return globSync('*/*.ts', { cwd: join(root, 'key') })
    .map((file) => file.replace(/\.ts$/, '').replaceAll('\\', '/'))
    .filter((seed) => !seed.startsWith('prover/'))
    .toSorted();
}

/** Reads one seed's key and replies. Throws where there is no key. */
export async function readSeed(root: string, seed: string): Promise<RecordedSeed> {
  const keyFile = join(root, 'key', `${seed}.ts`);
  if (!existsSync(keyFile)) throw new Error(`there is no key at ${keyFile}`);
  const { key } = (await import(keyFile)) as { readonly key: Key };
  const recorded: Recorded = { dir: join(root, 'replies'), seed };
  const names = listRecordings(recorded.dir)
    .filter((name) => name.seed === seed)
    .map(({ stage, sample }) => `${stage}-${sample}`);
  const { entryPoint, signature, problems } = readTask(recorded);
  const solutionNames = names.filter((name) => /^(?:solve|roundtrip)-/.test(name));
  const suiteNames = names.filter((name) => name.startsWith('tests-'));
  return {
    seed,
    keyFile,
    key,
    entryPoint,
    signature,
    solutions: extractAll(recorded, solutionNames, (reply) => extractCode(reply, { entryPoint, language: 'ts' })),
    suites: extractAll(recorded, suiteNames, extractSuite),
    problems: [
      ...problems,
      ...(key.seed === seed ? [] : [`key.seed is ${JSON.stringify(key.seed)}`]),
      ...required.filter((name) => !names.includes(name)).map((name) => `${name}.md is missing`),
      ...differences('solutions', solutionNames, Object.keys(key.solutions)),
      ...differences('suites', suiteNames, Object.keys(key.suites)),
      ...describeProblems(recorded),
    ],
  };
}

interface Recorded {
  readonly dir: string;
  readonly seed: string;
}

function extractAll(
  recorded: Recorded,
  names: readonly string[],
  extract: (reply: string) => ExtractedCode,
): Record<string, ExtractedCode> {
  return Object.fromEntries(names.map((name) => [name, extract(content(recorded, name))]));
}

function content({ dir, seed }: Recorded, name: string): string {
  const [stage = '', sample = '0'] = name.split('-');
  return readRecording(dir, { stage, seed, sample: Number(sample) })?.content ?? '';
}

interface TaskReply {
  readonly entryPoint: string;
  readonly signature: string;
  readonly problems: readonly string[];
}

function readTask(recorded: Recorded): TaskReply {
  const json = extractJson(content(recorded, 'task-0'));
  if (!json.ok) return { ...noTask, problems: [`task-0.md: ${json.message}`] };
  const { success, data, error } = task.safeParse(json.value);
  if (success) return { entryPoint: data.entry_point, signature: data.signature, problems: [] };
  return { ...noTask, problems: error.issues.map(({ path, message }) => `task-0.md: ${path.join('.')}: ${message}`) };
}

function describeProblems(recorded: Recorded): string[] {
  const text = extractText(content(recorded, 'describe-0'));
  return text.ok ? [] : [`describe-0.md: ${text.message}`];
}

function differences(what: string, recorded: readonly string[], listed: readonly string[]): string[] {
  return [
    ...recorded.filter((name) => !listed.includes(name)).map((name) => `${name}.md is not in the key's ${what}`),
    ...listed
      .filter((name) => !recorded.includes(name))
      .map((name) => `the key's ${what} name ${name}, which is not recorded`),
  ];
}

/** Names and code of what could be extracted. */
export function codes(extracted: RecordedSeed['solutions']): [string, string][] {
  return Object.entries(extracted).flatMap(([name, result]) => (result.ok ? [[name, result.code]] : []));
}

/** What could not be extracted, as it is observed. */
export function notExtracted(extracted: RecordedSeed['solutions']): Record<string, NotExtracted> {
  return Object.fromEntries(
    Object.entries(extracted).flatMap(([name, result]) =>
      result.ok ? [] : [[name, { extracted: false, problem: result.problem, message: result.message }]],
    ),
  );
}
