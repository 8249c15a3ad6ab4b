/** Who writes tasks. */
export const taskSystem: string =
  'You design programming tasks for TypeScript engineers. A task is practical, self-contained and precise: whoever reads it can tell the right answer for every valid input, edge cases included. You never restate a task of a published benchmark.';

/** What a reply that holds a task looks like. */
export const taskAnswer: string = `Answer with one JSON object and nothing else:
- "title": a few words
- "statement": 60 to 220 words of Markdown: what to compute, the valid inputs, edge cases (empty input, ties, order), what is thrown, whether arguments may be modified, one or two examples
- "signature": the TypeScript declarations that a solution exports, types included, without a body
- "entry_point": the name of the exported function or class
- "difficulty": "easy", "medium" or "hard"
- "topics": a list of short words
- "kind": "function" or "class"
- "precondition": a JavaScript arrow function, without types, with the parameters of the signature, that gives true for exactly the valid inputs, such as "(list, size) => Number.isInteger(size) && size > 0"; an empty string where every input of these types is valid, and for a class

A solution uses standard ECMAScript only: no packages, no Node.js modules, no DOM, no clock and no randomness.`;

/** A task, as material. */
export const taskMaterial: string = `{{statement|<task>}}

The module exports:

{{signature|ts}}`;
