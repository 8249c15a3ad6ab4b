import type { TypeCheckJob } from '../../core/ports.ts';
import { seesExpectedTypes } from './exact-expect.ts';

/** TypeScript takes more for white space than JavaScript's own patterns do. */
const silencers = /@ts-(?=nocheck|ignore|expect-error)/giu;
const references = /\/\/\/(?=[\s\u0085\u200b]*<(?:reference|amd-))/giu;

/** Takes the effect from directives that silence errors or load files, keeping every position where it was. */
export function disarm(text: string): string {
  return text.replaceAll(silencers, (directive) => directive.replace('-', '_')).replaceAll(references, '//-');
}

/**
 * Whether a candidate may change what its neighbours in a batch mean, or may mean something else beside them: it is then
 * checked alone. Rather once too often than once too seldom: to be checked alone costs some milliseconds.
 */
export function needsSolitude(job: TypeCheckJob): boolean {
  const { solution, suite = '', files = {} } = job;
  const texts = [solution, suite, ...Object.values(files)];
  return (
    seesExpectedTypes(job) ||
    texts.some((text) => declaresWidely(text) || computesTypes(text) || nestsDeeply(text)) ||
    Object.keys(files).some((path) => /\.d\.[^/]*ts$|\.[mc]?jsx?$/u.test(path))
  );
}

/**
 * Only declarations of the global scope and of modules reach beyond their module. Whole files of declarations or of
 * JavaScript may hold some without saying so.
 */
function declaresWidely(text: string): boolean {
  const plain = withoutEscapes(text);
  return /\bdeclare\b/u.test(plain) && /\b(?:global|module)\b/u.test(plain);
}

/** A keyword may be spelt with escapes. */
function withoutEscapes(text: string): string {
  return text.replaceAll(/\\u\{?0*(?<code>[2-7][0-9a-f])\}?/giu, (_escape, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/**
 * A type that is computed may come to the compiler's limit of depth or of steps, or not, if a neighbour has computed a
 * part of it before.
 */
function computesTypes(text: string): boolean {
  return (
    /\binfer\b/u.test(text) || (/\btype\s+[\w$]+\s*</u.test(text) && /\bextends\b/u.test(text) && text.includes('?'))
  );
}

const deep = 40;

/** So may one that is written out. */
function nestsDeeply(text: string): boolean {
  let [round, angular] = [0, 0];
  for (const [bracket] of text.matchAll(/[()]|(?<=[\w$])<|(?<!=)>/gu)) {
    if (bracket === '(') round += 1;
    else if (bracket === ')') round = Math.max(0, round - 1);
    else if (bracket === '<') angular += 1;
    else angular = Math.max(0, angular - 1);
    if (round > deep || angular > deep) return true;
  }
  return false;
}
