import * as fc from 'fast-check';
import { expect } from 'vitest';
import { inputsFor, type Inputs, type InputsRequest } from '../../../../src/verify/inputs/index.ts';

/** The inputs that are made of a request for the function `f`. */
export function inputsOf(request: Partial<InputsRequest>): Inputs {
  const inputs = inputsFor({ entryPoint: 'f', language: 'ts', solutions: [], suites: [], ...request });
  expect(inputs).toBeDefined();
  return inputs as Inputs;
}

/** Argument lists from an arbitrary's source, as the sandbox draws them. */
export function drawn({ arbitrary }: Pick<Inputs, 'arbitrary'>, numRuns = 300): readonly (readonly unknown[])[] {
  // oxlint-disable-next-line no-new-func, no-implied-eval -- the arbitrary is source text
  const made = new Function('fc', `return (${arbitrary});`)(fc) as fc.Arbitrary<unknown[]>;
  return fc.sample(made, { seed: 1, numRuns });
}

/** Arguments from the literal calls of a suite, at the first place. */
export function firstsLike(...calls: readonly string[]): readonly unknown[] {
  return drawn(inputsOf({ suites: [calls.join(';\n')] })).map(([first]) => first);
}
