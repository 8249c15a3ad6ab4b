import { dictionaryOf } from './dictionary.ts';
import { examplesIn } from './examples/calls.ts';
import { listLike } from './infer/lists.ts';
import { documentedList } from './jsdoc.ts';
import { type Domain, arbitrarySource } from './kit/source.ts';
import { suiteArbitraries } from './properties/arbitraries.ts';
import type { Inputs, InputsRequest } from './request.ts';
import { contractIn } from './types/contract.ts';
import { typedList } from './types/list.ts';

export type { Inputs, InputsRequest } from './request.ts';

/**
 * Inputs for a function, from all that is known of it; nothing where that is too little.
 *
 * The arbitrary makes the same argument lists from the same seed: where suites have examples or arbitraries, nine of
 * ten vary these or come from those. Text that does not parse says nothing.
 */
export function inputsFor(request: InputsRequest): Inputs | undefined {
  const { entryPoint, suites, precondition } = request;
  const all = examplesIn(suites, entryPoint);
  const fitting = all.filter(({ refused }) => !refused);
  const others = suiteArbitraries(suites, entryPoint);
  // What is to throw is outside of what is asked for, but better than nothing.
  const typed = listFor(request, fitting);
  const models = typed === undefined && fitting.length === 0 ? all : fitting;
  const found = typed ?? listFor(request, models);
  const from = found?.from ?? (others.length > 0 ? 'suite' : undefined);
  if (from === undefined) return undefined;
  const domain: Domain = {
    list: found?.list,
    named: found?.named ?? {},
    examples: models.map(({ source }) => source),
    others,
    ...(precondition !== undefined && { precondition }),
  };
  return { from, arbitrary: arbitrarySource(domain), examples: all.map(({ source }) => source) };
}

type FoundList = Pick<Domain, 'list' | 'named'> & Pick<Inputs, 'from'>;

function listFor(
  { entryPoint, statement = '', signature, solutions }: InputsRequest,
  examples: ReturnType<typeof examplesIn>,
): FoundList | undefined {
  const options = { entryPoint, examples, hints: dictionaryOf(solutions), contract: contractIn(statement) };
  for (const text of signature === undefined ? solutions : [signature, ...solutions]) {
    const typed = typedList(text, options);
    if (typed) return { from: 'types', ...typed };
  }
  if (examples.length > 0) return { from: 'examples', list: listLike(examples, options.hints), named: {} };
  for (const text of solutions) {
    const documented = documentedList(text, options);
    if (documented) return { from: 'jsdoc', ...documented };
  }
  return undefined;
}
