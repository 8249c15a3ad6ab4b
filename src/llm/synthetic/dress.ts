import type { Draws } from './draws.ts';

const before = ['', '', 'Here you are:\n\n', 'Sure! This does it:\n\n', '**Answer**\n\n'] as const;
const after = [
  '',
  '',
  '\n\nEach step is a function of its own, so that it can be read alone.',
  '\n\nLet me know if anything is unclear.',
] as const;

/** A reply with what models put round an answer. */
export function dressed(answer: string, draws: Draws): string {
  // A model that thinks aloud begins with it.
  const head = answer.startsWith('<think>') ? '' : draws.pick(before);
  return `${head}${answer}${draws.pick(after)}`;
}

export function fencedCode(code: string): string {
  return `\`\`\`ts\n${code.trimEnd()}\n\`\`\``;
}
