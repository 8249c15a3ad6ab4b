import { readReply } from '../../replies/reply.ts';
import type { Problem } from '../problem.ts';
import { fromBlocks, readBlocks } from './blocks.ts';
import { withoutDemo } from './demo.ts';
import { type Draft, type Extraction, notFound, type RawReply } from './extraction.ts';
import { failureOf } from './failure.ts';
import { withPrelude } from './prelude.ts';
import { parseProgram, type Program } from './program.ts';
import { reachable } from './reach.ts';
import { fromText } from './text.ts';

export type { Extraction, RawReply } from './extraction.ts';

/**
 * Takes the program out of a raw reply, whatever form it has: fenced or bare, whole or a continuation of the prompt, with
 * prose, reasoning or examples of its use round it. A program that defines another name than the entry point is told, and
 * not taken for it.
 */
export function extractProgram(reply: RawReply, problem: Problem): Extraction {
  const { text, brokeOffThinking } = readReply(reply.content);
  if (brokeOffThinking) return notFound('truncated', 'the reply ends inside its <think> block');
  if (text.trim() === '') return notFound('empty', emptyMessage(reply));
  const blocks = readBlocks(text);
  const draft = fromBlocks(blocks, problem) ?? fromText(beforeFence(text, blocks.length), problem);
  if (draft === undefined) return failureOf({ text, blocks, isCut: reply.finishReason === 'length' }, problem);
  return { ok: true, ...finished(draft, problem) };
}

function emptyMessage({ reasoning, finishReason }: RawReply): string {
  if (reasoning === undefined) return 'the reply is empty';
  return `the reply is empty after its reasoning${finishReason === 'length' ? ', which used up its tokens' : ''}`;
}

/** A bare program may end in a fence that nothing opened. */
function beforeFence(text: string, blocks: number): string {
  const at = text.search(/^[ \t]*(?:```|~~~)/mu);
  return at <= 0 && blocks > 0 ? '' : at === -1 ? text : text.slice(0, at);
}

type Step = (program: Program) => { readonly code: string; readonly note?: string };

/** Makes a program one that loads and that tests can reach. */
function finished(draft: Draft, problem: Problem): Draft {
  const { entryPoint } = problem;
  if (entryPoint === undefined) return tidied(draft);
  const steps: readonly Step[] = [
    (program) => withPrelude(program, problem),
    (program) => withoutDemo(program, entryPoint),
    (program) => reachable(program, entryPoint),
  ];
  return tidied(steps.reduce((before, step) => stepped(before, step), draft));
}

function stepped(draft: Draft, step: Step): Draft {
  const program = parseProgram(draft.code);
  if (program === undefined) return draft;
  const { code, note } = step(program);
  return { ...draft, code, notes: note === undefined ? draft.notes : [...draft.notes, note] };
}

/** Without blank lines before, and with one line end at the end. */
function tidied({ code, ...draft }: Draft): Draft {
  return { ...draft, code: `${code.replace(/^(?:[ \t]*\n)+/u, '').trimEnd()}\n` };
}
