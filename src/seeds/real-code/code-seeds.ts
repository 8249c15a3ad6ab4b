import { contentHash } from '../../core/id.ts';
import type { Difficulty, Seed } from '../../core/seed.ts';
import { readSources } from './read-sources.ts';
import { scanCode } from './scan.ts';
import type { SourceFile, Unfit } from './source-file.ts';
import { splitCode, type Snippet } from './split.ts';

export interface CodeSeeds {
  readonly seeds: readonly Seed[];
  /** How many files and pieces of them gave no seed, by why. */
  readonly unfit: ReadonlyMap<Unfit, number>;
}

export interface CodeSeedOptions {
  /** Whether each of several TypeScript modules passes a strict type check. */
  readonly areWellTyped: (modules: readonly string[]) => Promise<readonly boolean[]>;
  /** Whether code gives a seed that says nothing of itself. Default false. */
  readonly takesUndocumented?: boolean;
}

const mostLines = 150;
const leastLines = 4;
const leastDocWords = 3;

/**
 * Seeds from real code (OSS-Instruct; Wei et al. 2024, "Magicoder"), filtered as SelfCodeAlign does (Wei et al. 2024):
 * functions and classes that stand alone, are documented, give something back, and have at most 150 lines. What holds
 * a secret or personal data never becomes a seed. The same tree gives the same seeds in the same order.
 */
export async function readCodeSeeds(
  path: string,
  { areWellTyped, takesUndocumented = false }: CodeSeedOptions,
): Promise<CodeSeeds> {
  const sources = await readSources(path);
  const unfit = new Map(sources.unfit);
  const refuse = (why: Unfit): void => void unfit.set(why, (unfit.get(why) ?? 0) + 1);
  const found = sources.files.flatMap((file) => fitSnippets(file, refuse, takesUndocumented));
  const fresh = withoutCopies(found, refuse);
  const clean = await withoutFindings(fresh, refuse);
  const typed = clean.filter(({ isTypeScript }) => isTypeScript);
  const verdicts = await areWellTyped(typed.map(({ snippet }) => snippet.code));
  const illTyped = new Set(typed.filter((_, index) => verdicts[index] === false));
  for (const _ of illTyped) refuse('ill-typed');
  return { seeds: clean.filter((one) => !illTyped.has(one)).map(seedOf), unfit };
}

interface Found {
  readonly file: SourceFile;
  readonly snippet: Snippet;
  readonly isTypeScript: boolean;
}

function fitSnippets(file: SourceFile, refuse: (why: Unfit) => void, takesUndocumented: boolean): Found[] {
  const snippets = splitCode(file.text);
  if (!snippets) refuse('unparsable');
  const isTypeScript = /\.[cm]?ts$/u.test(file.path);
  return (snippets ?? []).flatMap((snippet) => {
    const why = unfitness(snippet, takesUndocumented);
    if (why) refuse(why);
    return why ? [] : [{ file, snippet, isTypeScript }];
  });
}

function unfitness({ doc, code, missing, returns }: Snippet, takesUndocumented: boolean): Unfit | undefined {
  const lines = code.trim().split('\n').length;
  if (!takesUndocumented && doc.split(' ').length < leastDocWords) return 'undocumented';
  if (!returns) return 'returns-nothing';
  if (lines > mostLines) return 'too-long';
  if (lines < leastLines) return 'too-short';
  return missing.length > 0 ? 'not-self-contained' : undefined;
}

function withoutCopies(found: readonly Found[], refuse: (why: Unfit) => void): Found[] {
  const seen = new Set<string>();
  return found.filter(({ snippet }) => {
    const plain = snippet.code.replaceAll(/\s+/gu, ' ');
    if (seen.has(plain)) refuse('duplicate');
    else return seen.add(plain) !== undefined;
    return false;
  });
}

async function withoutFindings(found: readonly Found[], refuse: (why: Unfit) => void): Promise<Found[]> {
  const clean: Found[] = [];
  for (const one of found) {
    const finding = await scanCode(one.snippet.code);
    if (finding) refuse(finding);
    else clean.push(one);
  }
  return clean;
}

function seedOf({ file, snippet, isTypeScript }: Found): Seed {
  const { name, doc, code } = snippet;
  const slug = name
    .replaceAll(/[^A-Za-z\d]+/gu, '-')
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1-$2')
    .toLowerCase();
  const plain = slug.replaceAll(/^-+|-+$/gu, '') || 'snippet';
  return {
    id: `code/${plain}-${contentHash([file.path, code]).slice(0, 8)}`,
    topic: 'code',
    kind: 'snippet',
    title: name,
    difficulty: difficultyOf(code),
    text: doc,
    tags: [],
    code,
    language: isTypeScript ? 'ts' : 'js',
    path: file.path,
    ...(file.licence !== undefined && { licence: file.licence }),
  };
}

/** By how often the code branches. */
export function difficultyOf(code: string): Difficulty {
  const branches = code.match(/\b(?:if|for|while|case|catch)\b|\?\?|&&|\|\||\?\s/gu)?.length ?? 0;
  return branches <= 3 ? 'easy' : branches <= 10 ? 'medium' : 'hard';
}
