import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Job } from '../../../sandbox/index.ts';
import { type Expectation, parseExpectations } from './expectation.ts';
import { escapeSuite, rightSum, shortLimits, sumJob, sumSuite } from './sum.ts';

export const caseClasses = ['escape', 'tamper', 'resource', 'encoding', 'suite', 'honest'] as const;
export type CaseClass = (typeof caseClasses)[number];

/** One attack, or one honest solution that looks like one. */
export interface Case {
  readonly class: CaseClass;
  readonly name: string;
  readonly expectations: readonly Expectation[];
  /** What it tries. */
  readonly tries: string;
  readonly job: Job;
}

const root = fileURLToPath(new URL('cases/', import.meta.url));
const headerPattern = /^\/\/ expects: (?<expectations>\S+) — (?<tries>.+)$/m;
const headerReach = 400;

/**
 * The cases of a class. `NAME.js` (a module) and `NAME.cjs` (a script) are solutions; `NAME.make.js` exports a solution
 * that no file should hold; `NAME.suite.js` or `.suite.cjs` beside one judges it, and alone it is itself the case.
 */
export async function loadCases(caseClass: CaseClass): Promise<readonly Case[]> {
  const files = readdirSync(join(root, caseClass)).toSorted();
  const names = new Set(files.map((file) => file.slice(0, file.indexOf('.'))));
  return await Promise.all([...names].map((name) => loadCase(caseClass, { name, files })));
}

interface Listing {
  readonly name: string;
  readonly files: readonly string[];
}

async function loadCase(caseClass: CaseClass, { name, files }: Listing): Promise<Case> {
  const own = files.filter((file) => file.startsWith(`${name}.`)).map((file) => join(root, caseClass, file));
  const suiteFile = own.find((file) => file.includes('.suite.'));
  const solutionFile = own.find((file) => file !== suiteFile);
  const suite = suiteFile === undefined ? undefined : readFileSync(suiteFile, 'utf8');
  const job = sumJob({
    id: `${caseClass}/${name}`,
    solution: solutionFile === undefined ? rightSum : await sourceOf(solutionFile),
    suite: suite ?? (caseClass === 'escape' ? escapeSuite : sumSuite),
    ...(caseClass === 'resource' || caseClass === 'suite' ? { limits: shortLimits } : {}),
  });
  return { class: caseClass, name, job, ...readHeader(solutionFile ?? suiteFile ?? name) };
}

async function sourceOf(file: string): Promise<string> {
  if (!basename(file, extname(file)).endsWith('.make')) return readFileSync(file, 'utf8');
  const made = (await import(pathToFileURL(file).href)) as { readonly default: string };
  return made.default;
}

function readHeader(file: string): Pick<Case, 'expectations' | 'tries'> {
  const { groups } = headerPattern.exec(readFileSync(file, 'utf8').slice(0, headerReach)) ?? {};
  if (groups === undefined) throw new Error(`${file} does not say what it expects`);
  return { expectations: parseExpectations(groups['expectations'] ?? ''), tries: groups['tries'] ?? '' };
}
