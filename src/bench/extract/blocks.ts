import { type FencedBlock, fencedBlocks } from '../../replies/fences.ts';
import { isOurTag } from '../../replies/foreign.ts';
import type { Problem } from '../problem.ts';
import { repaired } from '../../replies/repairs.ts';
import { continued } from './continuation.ts';
import { longestBeginning } from './cut.ts';
import type { Draft } from './extraction.ts';
import { mentions } from './prelude.ts';
import { declaresInText, defines, isProgram, parseProgram, type Program } from './program.ts';
import { namedDefault } from './reach.ts';

export interface ReadBlock extends FencedBlock {
  readonly notes: readonly string[];
  /** Undefined where it does not parse. */
  readonly program: Program | undefined;
}

/** The fenced blocks of a text that hold something, each as the program that it is. */
export function readBlocks(text: string): ReadBlock[] {
  return fencedBlocks(text, isProgram)
    .filter(({ code }) => code.trim() !== '')
    .map((block) => {
      const { code, notes } = repaired(block.code, isProgram);
      return { ...block, code, notes, program: parseProgram(code) };
    });
}

/**
 * The program that fenced blocks hold: the last one that defines the entry point, with earlier ones that it needs; else
 * all of them together, else a continuation of the prompt, else a default export without a name.
 */
export function fromBlocks(blocks: readonly ReadBlock[], problem: Problem): Draft | undefined {
  const { entryPoint } = problem;
  if (entryPoint === undefined) return mostExports(blocks);
  const whole = blocks.findLastIndex(({ program }) => program !== undefined && defines(program, entryPoint));
  if (whole !== -1) return withNeeded(blocks, whole);
  const joined = together(blocks, entryPoint);
  if (joined !== undefined) return joined;
  // Where the answer itself does not parse, nothing beside it is to be taken for one.
  if (blocks.some(({ code, program }) => program === undefined && declaresInText(code, entryPoint))) {
    return first(blocks.toReversed(), (block) => wholeBeginning(block, entryPoint));
  }
  const latestFirst = blocks.toReversed();
  return (
    first(latestFirst, (block) => noted(continued(block.code, problem), block)) ??
    first(latestFirst, (block) => nameless(block, entryPoint))
  );
}

function first<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = of(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function noted(draft: Draft | undefined, { notes }: ReadBlock): Draft | undefined {
  return draft && { ...draft, notes: [...notes, ...draft.notes] };
}

/** Helpers may stand in blocks of their own, before. */
function withNeeded(blocks: readonly ReadBlock[], at: number): Draft {
  const chosen = blocks[at];
  const program = chosen?.program;
  if (chosen === undefined || program === undefined) throw new RangeError('no such block');
  const needed = blocks.slice(0, at).filter((block) => isNeededBy(program, block));
  const code = [...needed.map((block) => block.code.trimEnd()), chosen.code].join('\n\n');
  if (needed.length === 0 || parseProgram(code) === undefined) {
    return { form: 'program', code: chosen.code, notes: chosen.notes };
  }
  return { form: 'program', code, notes: [...chosen.notes, `joined ${needed.length + 1} blocks`] };
}

function isNeededBy(program: Program, { program: other, tag }: ReadBlock): boolean {
  if (other === undefined || !isOurTag(tag)) return false;
  const own = [...other.declares];
  return (
    own.length > 0 &&
    own.every((name) => !program.declares.has(name)) &&
    own.some((name) => mentions(program.code, name))
  );
}

function together(blocks: readonly ReadBlock[], entryPoint: string): Draft | undefined {
  const ours = blocks.filter(({ tag }) => isOurTag(tag));
  if (ours.length < 2) return undefined;
  const code = ours.map((block) => block.code.trimEnd()).join('\n');
  const program = parseProgram(code);
  if (program === undefined || !defines(program, entryPoint)) return undefined;
  return { form: 'program', code: `${code}\n`, notes: [`joined ${ours.length} blocks`] };
}

function nameless({ program, notes }: ReadBlock, entryPoint: string): Draft | undefined {
  const named = program && namedDefault(program, entryPoint);
  return (
    named && { form: 'program', code: named.code, notes: [...notes, ...(named.note === undefined ? [] : [named.note])] }
  );
}

/** What broke off may have been only what follows the entry point. */
function wholeBeginning({ code, notes, program }: ReadBlock, entryPoint: string): Draft | undefined {
  if (program !== undefined) return undefined;
  const part = longestBeginning(code, (beginning) => {
    const found = parseProgram(beginning);
    return found !== undefined && defines(found, entryPoint) ? beginning : undefined;
  });
  return part === undefined
    ? undefined
    : { form: 'program', code: `${part}\n`, notes: [...notes, 'cut what is no code'] };
}

function mostExports(blocks: readonly ReadBlock[]): Draft | undefined {
  const whole = blocks.filter((block) => block.program !== undefined);
  const exports = ({ program }: ReadBlock): number => (program ? program.exports.size + program.assigns.size : 0);
  const [best] = whole.toSorted((a, b) => exports(b) - exports(a) || b.code.length - a.code.length);
  return best && { form: 'program', code: best.code, notes: best.notes };
}
