import { isOurTag, languageOfCode, languageOfTag } from '../../replies/foreign.ts';
import type { Problem } from '../problem.ts';
import type { ReadBlock } from './blocks.ts';
import { type Extraction, notFound } from './extraction.ts';
import { mentions } from './prelude.ts';
import { declaresInText, mainNames, parseProgram, type Program } from './program.ts';

const shownNames = 5;

/** What a reply holds in the place of the program that was asked for. */
export function failureOf(
  { text, blocks, isCut }: { readonly text: string; readonly blocks: readonly ReadBlock[]; readonly isCut: boolean },
  problem: Problem,
): Extraction {
  const foreign = foreignLanguage(text, blocks);
  if (foreign !== undefined) return notFound('wrong-language', `the reply's code is ${foreign}`);
  const ours = blocks.filter(({ tag }) => isOurTag(tag));
  const isBroken = isCut || blocks.some(({ closed, program }) => !closed && program === undefined);
  const other = otherNames(
    ours.flatMap(({ program }) => program ?? []),
    text,
    problem,
  );
  if (other.length > 0 && problem.entryPoint !== undefined) {
    const names = other.slice(0, shownNames).join(', ');
    return notFound('other-name', `the reply defines ${names}; ${problem.entryPoint} was asked for`);
  }
  if (isBroken) return notFound('truncated', 'the reply breaks off before its program is whole');
  const { entryPoint } = problem;
  const meant = ours.findLast(
    ({ code, program }) => program === undefined && (entryPoint === undefined || mentions(code, entryPoint)),
  );
  // It is the answer, and no program: the judge says what is wrong with it.
  if (meant !== undefined) return { ok: true, form: 'program', code: meant.code, notes: ['it does not parse'] };
  if (blocks.length === 0 && entryPoint !== undefined && declaresInText(text, entryPoint)) {
    return { ok: true, form: 'program', code: text, notes: ['it does not parse'] };
  }
  return notFound('no-code', 'no part of the reply is a program');
}

function foreignLanguage(text: string, blocks: readonly ReadBlock[]): string | undefined {
  if (blocks.some(({ tag, program }) => isOurTag(tag) && tag !== '' && program !== undefined)) return undefined;
  const ofBlocks = blocks.map(({ tag, code, program }) =>
    program === undefined ? (languageOfTag(tag) ?? languageOfCode(code)) : languageOfTag(tag),
  );
  return (
    ofBlocks.find((language) => language !== undefined) ?? (blocks.length === 0 ? languageOfCode(text) : undefined)
  );
}

function otherNames(programs: readonly Program[], text: string, { entryPoint }: Problem): string[] {
  const found = programs.length > 0 ? programs : [parseProgram(text)].filter((program) => program !== undefined);
  return [...new Set(found.flatMap((program) => mainNames(program)))].filter((name) => name !== entryPoint);
}
