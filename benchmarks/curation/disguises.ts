import { madeRow, type MadeRow } from './programs.ts';

/** What can be done to a program without changing what it does. */
export const codeDisguises: Readonly<Record<string, (code: string) => string>> = {
  exact: (code) => code,
  renamed,
  reformatted: (code) =>
    code
      .replaceAll(';\n', '\n')
      .replaceAll('"', "'")
      .replaceAll('\n  ', '\n\t\t')
      .replaceAll(') {', ')\n{')
      .replaceAll('];', ',\n]')
      .replaceAll('), ', '),\n'),
  reordered: (code) => code.split('\n\n').toReversed().join('\n\n'),
  'translated comments': (code) =>
    code.replaceAll(/\/\/ .*/gu, '// Zuerst die schweren, danach alle anderen in ihrer Reihenfolge.\n// Rest bleibt.'),
};

/** What can be done to a statement so that it still says nearly the same. */
export const edits: Readonly<Record<string, (text: string) => string>> = {
  'with a sentence more': (text) => `${text} Do not change the list.`,
  'with another opening': (text) => `Please help me. ${text}`,
  'reformatted, a word changed': (text) =>
    text.toUpperCase().replace('A FUNCTION', 'A METHOD').replaceAll('. ', '.\n\n'),
};

/** What can be done to a statement without changing a word of it. */
export const wordDisguises: Readonly<Record<string, (text: string) => string>> = {
  exact: (text) => text,
  reformatted: (text) => text.toUpperCase().replaceAll(' ', '  ').replaceAll('. ', '.\n\n- '),
  'other punctuation': (text) => text.replaceAll(',', ';').replaceAll('.', '!'),
};

/** A row with another row's program in disguise, and words of its own. */
export function codeTwin(of: MadeRow, kind: string, number: number): MadeRow {
  const own = madeRow(number);
  return { ...own, completion: codeDisguises[kind]?.(of.completion) ?? of.completion };
}

/** A row with another row's words in disguise, and a program of its own. */
export function wordTwin(of: MadeRow, kind: string, number: number): MadeRow {
  const own = madeRow(number);
  const disguise = wordDisguises[kind] ?? edits[kind];
  return { ...own, prompt: disguise?.(of.prompt) ?? of.prompt };
}

/** Every declared name becomes another one, wherever it stands. */
function renamed(code: string): string {
  const declared = [...code.matchAll(/(?:const|let|function) (\w+)|\((\w+)\) \{|\((\w+), (\w+)\) =>/gu)];
  const names = new Set(declared.flatMap((found) => found.slice(1).filter((name) => name !== undefined)));
  return [...names].reduce(
    (text, name, place) => text.replaceAll(new RegExp(`(?<![.\\w"])${name}\\b(?!")`, 'gu'), `other_${place}`),
    code,
  );
}
