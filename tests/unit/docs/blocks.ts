import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout's folder. */
const root = join(import.meta.dirname, '..', '..', '..');

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The pages for users, by their paths. */
export const pages: readonly string[] = [
  'README.md',
  'problem-seeds/README.md',
  ...globSync('{docs,examples/*}/*.md', { cwd: root }),
].toSorted();

export function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(\w*)\n(.*?)^```/gmsu)].map(([, language = '', body = '']) => ({
    language,
    text: body,
  }));
}

/** The words of each `winnow` command that a block shows, without what stands round it in a shell. */
export function commandsIn({ language, text }: Block): readonly (readonly string[])[] {
  if (language !== '' && language !== 'sh' && language !== 'console') return [];
  return text
    .replaceAll(/\\\n\s*/gu, ' ')
    .split('\n')
    .flatMap((line) => line.split(/ (?:&&|\|\|?|;) /u))
    .flatMap((line) => wordsOf(line) ?? []);
}

const starts =
  /^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:npm run -s winnow --|npx winnow|node src\/cli\/main\.ts|winnow) +(?=[a-z-])/u;

function wordsOf(line: string): readonly (readonly string[])[] | undefined {
  const start = starts.exec(line.trim());
  // With what may be left out in brackets it says how a command looks, and is none.
  if (!start || line.includes('[--')) return undefined;
  const rest = line
    .trim()
    .slice(start[0].length)
    .replace(/\s+(?:#|[<>&]).*$/u, '');
  return [
    [...rest.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map(([, single, double, bare]) => single ?? double ?? bare ?? ''),
  ];
}
