import { type CodeProblem, type Extracted, notExtracted, withReasoning } from './extracted.ts';
import { isOurTag, languageOfCode, languageOfTag } from './foreign.ts';
import { type ReadBlock, readFences, readWrapped } from './module-blocks.ts';
import { type ModuleBody, parseModule } from './parsed-module.ts';
import { isDiff } from './repairs.ts';
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

/** What a reply is searched for. */
export interface Search {
  /**
   * How well a module answers the request: 0 is not at all, more is better.
   * Of equally good ones the last is taken, since models sketch first and finish later.
   */
  readonly fitness: (module: WholeModule) => number;
  /** What becomes of the module that is chosen, the reply's other blocks known. */
  readonly finish?: (module: WholeModule, others: readonly WholeModule[]) => string;
}

/** Takes the module that fits best out of a reply. */
export function extractModule(raw: string, search: Search): ExtractedCode {
  const reply = readReply(raw);
  if (reply.brokeOffThinking) return notExtracted('truncated', 'the reply ends inside its <think> block');
  if (reply.text.trim() === '') return notExtracted('empty', 'the reply is empty');
  const found = fromText(reply.text, search);
  return found.ok ? { ...found, ...withReasoning(reply.reasoning) } : found;
}

function fromText(text: string, search: Search): ExtractedCode {
  const fenced = readFences(text);
  const fitting =
    fittingOf(fenced, search) ?? fittingOf(readWrapped(text), search) ?? beforeFence(text, fenced, search);
  if (fitting !== undefined) return { ok: true, code: tidy(fitting) };
  const answered = fromUnfitting(fenced);
  // The fences may hold a command only, and the code none.
  return !answered.ok && answered.problem === 'no-code' ? fromProse(text, search, answered.message) : answered;
}

/** The code of the block that fits best, if any fits. A mistaken tag is forgiven where the content is what was asked for. */
function fittingOf(blocks: readonly ReadBlock[], { fitness, finish }: Search): string | undefined {
  const modules = blocks.flatMap(({ code, module }) => (module.parses ? [{ code, ...module }] : []));
  let best: { readonly module: WholeModule; readonly score: number } | undefined;
  for (const module of modules) {
    const score = fitness(module);
    if (score > 0 && score >= (best?.score ?? 0)) best = { module, score };
  }
  if (best === undefined) return undefined;
  const { module } = best;
  return finish === undefined
    ? module.code
    : finish(
        module,
        modules.filter((other) => other !== module),
      );
}

/** Bare code may end in a fence that nothing opened. */
function beforeFence(text: string, fenced: readonly ReadBlock[], search: Search): string | undefined {
  if (fenced[0]?.closed !== false) return undefined;
  const found = findUnfencedCode(text.slice(0, text.search(/^[ \t]*(?:`{3,}|~{3,})/m)), search.fitness);
  return found !== undefined && search.fitness({ code: found.code, ...found.module }) > 0 ? found.code : undefined;
}

/** Nothing fits: a module that lacks what was asked for, or does not parse, is still the model's answer, for the judge to refute. */
function fromUnfitting(blocks: readonly ReadBlock[]): ExtractedCode {
  const unfinished = blocks.find(({ closed }) => !closed);
  const foreign = (unfinished === undefined ? blocks : [unfinished])
    .map((block) => foreignLanguage(block))
    .find((language) => language !== undefined);
  if (foreign !== undefined) return notExtracted('wrong-language', `the reply's code is ${foreign}`);
  if (unfinished !== undefined) return notExtracted('truncated', 'the reply ends inside a fenced block');
  if (blocks.some(({ code, module }) => !module.parses && isDiff(code))) {
    return notExtracted('no-code', 'the reply is a diff of a part of a module, not a whole one');
  }
  const ours = blocks.filter(({ tag }) => isOurTag(tag));
  const whole = blocks.filter(({ tag, module }) => tag !== 'json' && module.parses);
  const answer = longest(ours.filter(({ module }) => module.parses)) ?? longest(ours) ?? whole[0];
  return answer === undefined
    ? notExtracted('no-code', 'no fenced block of the reply holds TypeScript')
    : { ok: true, code: tidy(answer.code) };
}

function foreignLanguage({ tag, code, module }: ReadBlock): string | undefined {
  return languageOfTag(tag) ?? (module.parses ? undefined : languageOfCode(code));
}

function longest(blocks: readonly ReadBlock[]): ReadBlock | undefined {
  return blocks.toSorted((a, b) => b.code.length - a.code.length)[0];
}

function fromProse(text: string, { fitness }: Search, message: string): ExtractedCode {
  const found = findUnfencedCode(text, fitness);
  const foreign = languageOfCode(text);
  if (found !== undefined && found.isCut) return notExtracted('truncated', "the reply's code breaks off");
  if (found !== undefined && !(foreign !== undefined && found.module.exports.size === 0)) {
    return { ok: true, code: tidy(found.code) };
  }
  if (foreign !== undefined) return notExtracted('wrong-language', `the reply's code is ${foreign}`);
  const code = fromFirstCodeLine(text);
  const module = code === undefined ? undefined : parseModule(code);
  if (module?.parses === false && module.brokenAtEnd) {
    return notExtracted('truncated', `the reply's code breaks off: ${module.message}`);
  }
  return notExtracted('no-code', message);
}

/** Without blank lines around, and with one line end at the end. */
function tidy(code: string): string {
  return `${code.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n`;
}
