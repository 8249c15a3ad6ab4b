import type { Problem } from '../../problem.ts';

type Needed = 'id' | 'prompt' | 'language' | 'tests';

/** What a row says of a problem; undefined stands for what it does not say. */
export type Told = Pick<Problem, Needed> & {
  readonly [K in Exclude<keyof Problem, Needed>]?: Problem[K] | undefined;
};

/** The problem of what was told, without what was not. Examples without text are none. */
export function toProblem({ exampleTests, stop = [], topics = [], ...told }: Told): Problem {
  const examples = exampleTests?.trim() === '' ? undefined : exampleTests;
  const entries = Object.entries({ ...told, stop, topics, exampleTests: examples });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as Problem;
}
