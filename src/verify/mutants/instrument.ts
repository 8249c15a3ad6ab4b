/** Puts all mutants of a solution into one text, each behind a switch of its own. */
import type { Instrumenter } from '@stryker-mutator/instrumenter';
import type { File, Node } from '@babel/types';
import { isStubHead, placeStubs } from '../stubs/place-stubs.ts';
import { excerpt, textBetween } from './excerpt.ts';
import { isMessage } from './is-message.ts';
import type { Mutant } from './mutant.ts';
import { parseSolution } from './parse.ts';

export interface InstrumentOptions {
  readonly language: 'ts' | 'js';
  /** For messages; `solution` unless given. */
  readonly path?: string;
}

/** A text with switches in it, or why there is none. Stubs are behind switches too. */
export type Instrumented =
  | { readonly kind: 'instrumented'; readonly code: string; readonly mutants: readonly Mutant[] }
  | { readonly kind: 'uninstrumentable'; readonly message: string };

/**
 * Instruments a solution with StrykerJS (its mutators and its way to place them), and puts stubs before the bodies of
 * its functions. The functions that the text then calls (`stryMutAct_9fa48` and its like) are the sandbox's.
 */
export async function instrument(solution: string, options: InstrumentOptions): Promise<Instrumented> {
  const { language, path = 'solution' } = options;
  if (solution.includes('_9fa48')) return refusal(path, 'it is instrumented already');
  try {
    const file = { name: `${path}.${language}`, content: solution, mutate: true };
    const instrumenter = await createInstrumenter(language);
    const { files, mutants } = await instrumenter.instrument([file], {
      excludedMutations: [],
      ignorers: [{ shouldIgnore: (path) => (isBeside(path as unknown as Place) ? 'beside the point' : undefined) }],
      plugins: null,
      noHeader: true,
    });
    const placed = mutants.filter(({ status }) => status !== 'Ignored');
    return {
      kind: 'instrumented',
      code: files.map(({ content }) => content).join('\n'),
      mutants: placed.map(({ id, location: { start, end }, mutatorName, replacement }) => ({
        id,
        line: start.line + 1,
        mutator: mutatorName,
        original: excerpt(textBetween(solution, start, end)),
        replacement: excerpt(replacement),
      })),
    };
  } catch (error) {
    // Whatever the instrumenter does not manage, it says by throwing.
    return refusal(path, error instanceof Error ? error.message : String(error));
  }
}

interface Place {
  readonly node: Node;
  readonly parent: Node | null;
}

function isBeside({ node, parent }: Place): boolean {
  return isStubHead(node) || isMessage(node, parent);
}

function refusal(path: string, message: string): Instrumented {
  return { kind: 'uninstrumentable', message: `${path}: ${excerpt(message)}` };
}

type Parser = () => (text: string, name: string) => Promise<{ readonly root: File }>;
type Logger = ConstructorParameters<typeof Instrumenter>[0];

const silent = { isDebugEnabled: () => false, debug: () => undefined, info: () => undefined, warn: () => undefined };

/** It is heavy, so that it is loaded when it is needed. Its own parsers would look for Babel's configuration files. */
async function createInstrumenter(language: 'ts' | 'js'): Promise<Instrumenter> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const createParser: Parser = () => async (text, name) => {
    const root = parseSolution(text, language);
    placeStubs(root);
    return { originFileName: name, rawContent: text, format: language, root };
  };
  return new Instrumenter(silent as unknown as Logger, createParser as never);
}
