/** How much a description of code says: from one line to an explanation of the idea and why it works. */
export const levels = ['one-line', 'docstring', 'statement', 'textbook'] as const;
export type Level = (typeof levels)[number];
