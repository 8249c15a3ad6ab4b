import type { Level } from './level.ts';
import type { PairRow } from './rows.ts';

type Described = Pick<PairRow, 'code' | 'level' | 'language'>;

const wanted: Readonly<Record<Level, (language: string) => string>> = {
  'one-line': (language) => `Say in one sentence what this ${language} module does:`,
  docstring: (language) => `Write the doc comment for this ${language} module:`,
  statement: (language) => `Describe what this ${language} module does, precisely enough to write it again:`,
  textbook: (language) => `Explain what this ${language} module does, the idea behind it, and why it works:`,
};

/** A pair's code in a fence of its language. */
export function fencedCode({ code, language = 'ts' }: Pick<Described, 'code' | 'language'>): string {
  return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}

/** A pair's code as one text that asks for a description of its level. */
export function describingPrompt({ code, level = 'statement', language = 'ts' }: Described): string {
  const name = language === 'ts' ? 'TypeScript' : 'JavaScript';
  return `${wanted[level](name)}\n\n${fencedCode({ code, language })}`;
}
