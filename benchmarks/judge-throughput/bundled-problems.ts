import { numberProblems } from './bundled-problems/numbers.ts';
import { listProblems } from './bundled-problems/lists.ts';
import { textProblems } from './bundled-problems/texts.ts';
import type { Problem } from './problem.ts';

/** Small tasks of the kind that models are asked, each with a right solution, some examples and one property. */
export const bundledProblems: readonly Problem[] = [...numberProblems, ...listProblems, ...textProblems];
