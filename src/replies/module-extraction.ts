import { type CodeProblem, type Extracted, notExtracted, withReasoning } from './extracted.ts';
import { type FencedBlock, fencedBlocks } from './fences.ts';
import { isOurTag, languageOfCode, languageOfTag } from './foreign.ts';
import { type ModuleBody, parseModule, type ParsedModule } from './parsed-module.ts';
import { readReply } from './reply.ts';
import { findUnfencedCode, fromFirstCodeLine } from './unfenced.ts';

export type ExtractedCode = Extracted<{ readonly code: string }, CodeProblem>;

/** A module that parses, as the rules that choose among several see it. */
export interface WholeModule {
  readonly code: string;
  readonly exports: ReadonlySet<string>;
  readonly declares: ReadonlySet<string>;
  readonly body: ModuleBody;
}

/**
 * How well a module answers the request: 0 is not at all, more is better.
 * Of equally good ones the last is taken, since models sketch first and finish later.
 */
export type Fitness = (module: WholeModule) => number;

/** Takes the module that fits best out of a reply. */
export function extractModule(raw: string, fitness: Fitness): ExtractedCode {
  const reply = readReply(raw);
  if (reply.brokeOffThinking) return notExtracted('truncated', 'the reply ends inside its <think> block');
  if (reply.text.trim() === '') return notExtracted('empty', 'the reply is empty');
  const blocks = fencedBlocks(reply.text, (content) => parseModule(content).parses);
  const fenced = fromBlocks(blocks, fitness);
  // The fences may hold a command only, and the code none.
  const found = !fenced.ok && fenced.problem === 'no-code' ? fromProse(reply.text) : fenced;
  return found.ok ? { ...found, ...withReasoning(reply.reasoning) } : found;
}

interface ReadBlock extends FencedBlock {
  readonly module: ParsedModule;
}

function fromBlocks(blocks: readonly FencedBlock[], fitness: Fitness): ExtractedCode {
  const read: ReadBlock[] = blocks
    .filter(({ code }) => code.trim() !== '')
    .map((block) => ({ ...block, module: parseModule(block.code) }));
  const best = bestOf(read, fitness);
  // A mistaken tag is forgiven where the content is what was asked for.
  if (best !== undefined && best.score > 0) return { ok: true, code: tidy(best.block.code) };
  const unfinished = read.find(({ closed }) => !closed);
  if (unfinished !== undefined) return refuse(unfinished);
  return fallback(read, best?.block);
}

function bestOf(
  blocks: readonly ReadBlock[],
  fitness: Fitness,
): { readonly block: ReadBlock; readonly score: number } | undefined {
  let best: { block: ReadBlock; score: number } | undefined;
  for (const block of blocks) {
    if (!block.module.parses) continue;
    const score = fitness({ code: block.code, ...block.module });
    if (best === undefined || score > best.score || (score === best.score && score > 0)) best = { block, score };
  }
  return best;
}

/** Nothing fits: a module that lacks what was asked for, or does not parse, is still the model's answer, for the judge to refute. */
function fallback(blocks: readonly ReadBlock[], whole: ReadBlock | undefined): ExtractedCode {
  const foreign = blocks.map(foreignLanguage).find((language) => language !== undefined);
  if (foreign !== undefined) return notExtracted('wrong-language', `the reply's code is ${foreign}`);
  const ours = blocks.filter(({ tag }) => isOurTag(tag));
  const answer = longest(ours.filter(({ module }) => module.parses)) ?? longest(ours) ?? whole;
  return answer === undefined
    ? notExtracted('no-code', 'no fenced block of the reply holds TypeScript')
    : { ok: true, code: tidy(answer.code) };
}

function foreignLanguage({ tag, code, module }: ReadBlock): string | undefined {
  return languageOfTag(tag) ?? (module.parses ? undefined : languageOfCode(code));
}

function refuse(block: ReadBlock): ExtractedCode {
  const foreign = foreignLanguage(block);
  if (foreign !== undefined) return notExtracted('wrong-language', `the reply's code is ${foreign}`);
  return notExtracted('truncated', 'the reply ends inside a fenced block');
}

function longest(blocks: readonly ReadBlock[]): ReadBlock | undefined {
  return blocks.toSorted((a, b) => b.code.length - a.code.length)[0];
}

function fromProse(text: string): ExtractedCode {
  const found = findUnfencedCode(text);
  const foreign = languageOfCode(text);
  if (found !== undefined && !(foreign !== undefined && found.module.exports.size === 0)) {
    return { ok: true, code: tidy(found.code) };
  }
  if (foreign !== undefined) return notExtracted('wrong-language', `the reply's code is ${foreign}`);
  const code = fromFirstCodeLine(text);
  const module = code === undefined ? undefined : parseModule(code);
  if (module?.parses === false && module.brokenAtEnd) {
    return notExtracted('truncated', `the reply's code breaks off: ${module.message}`);
  }
  return notExtracted('no-code', 'no part of the reply is TypeScript');
}

/** Without blank lines around, and with one line end at the end. */
function tidy(code: string): string {
  return `${code.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n`;
}
