import { readFences } from '../../replies/module-blocks.ts';
import { codeWords, type CodeWord } from './inner-words.ts';
import { hasProgram } from './program.ts';
import { sharedRuns, type Run } from './shared-runs.ts';
import { withoutName, wordsOf, type Word } from './words.ts';

/** What a description has of the code that it describes. */
export interface Leak {
  /** Of the code's inner words, from 0 to 1. */
  readonly share: number;
  readonly excerpt: string;
}

/**
 * A run of so many inner words is taken for a copy: the longest in the 50 bundled descriptions, beside 240 programs for
 * the same tasks, has 12. That set chose the number, so it does not tell how often other descriptions are taken for a
 * copy wrongly. The other bounds are judgement: of short code less is enough.
 */
const longRun = { most: 16, least: 8, share: 0.6 };
/** Names are free in renamed code, so that chance may go further; 12 is the longest in the same set too. */
const longRenamedRun = 24;
const greatShare = 0.4;
const longestExcerpt = 200;

/** Looks for the code, or parts of it, in its description; the signature, comments and messages may be told. */
export function findLeak(description: string, code: string): Leak | undefined {
  const words = codeWords(code);
  const prose = wordsOf(description);
  const total = words.filter(({ isInner }) => isInner).length;
  const runs = runsIn(prose, words, (word) => word);
  const share = total === 0 ? 0 : coveredWords(runs, words) / total;
  const least = Math.max(longRun.least, Math.min(longRun.most, Math.ceil(total * longRun.share)));
  const longest = runs[0];
  if (longest && (longest.inner >= least || share >= greatShare)) {
    return { share: thousandths(share), excerpt: excerptOf(description, prose, longest) };
  }
  return leakInFences(description, words, share);
}

/** In blocks of code a copy is found under other names too, and no other program belongs there either. */
function leakInFences(description: string, words: readonly CodeWord[], share: number): Leak | undefined {
  for (const { code: block } of readFences(description)) {
    const prose = wordsOf(block);
    const [longest] = runsIn(prose, words, withoutName);
    if (longest && longest.inner >= longRenamedRun) {
      const total = words.filter(({ isInner }) => isInner).length;
      return { share: thousandths(longest.inner / total), excerpt: excerptOf(block, prose, longest) };
    }
    if (hasProgram(block)) return { share: thousandths(share), excerpt: block.slice(0, longestExcerpt) };
  }
  return undefined;
}

/** Longest first. */
function runsIn(prose: readonly Word[], words: readonly CodeWord[], named: (word: string) => string): Run[] {
  const runs = sharedRuns({
    prose: prose.map(({ text }) => named(text)),
    code: words.map(({ text }) => named(text)),
    isInner: (place) => words[place]?.isInner ?? false,
    least: longRun.least,
  });
  return runs.toSorted((a, b) => b.inner - a.inner || a.inProse - b.inProse || a.inCode - b.inCode);
}

function coveredWords(runs: readonly Run[], words: readonly CodeWord[]): number {
  const covered = new Set(runs.flatMap(({ inCode, length }) => Array.from({ length }, (_, place) => inCode + place)));
  return [...covered].filter((place) => words[place]?.isInner).length;
}

function excerptOf(text: string, words: readonly Word[], { inProse, length }: Run): string {
  const [first, last] = [words[inProse], words[inProse + length - 1]];
  return text.slice(first?.start, last?.end).slice(0, longestExcerpt);
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
