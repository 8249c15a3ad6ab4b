import type { Key } from '../key.ts';

const WORD = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** All strings over `alphabet` of length 0 to `longest`. */
function* strings(alphabet: readonly string[], longest: number): Generator<string> {
  yield '';
  if (longest === 0) return;
  for (const rest of strings(alphabet, longest - 1)) for (const letter of alphabet) yield letter + rest;
}

function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].every((letter, i) => letter.toUpperCase() === b[i]?.toUpperCase());
}

export const key: Key<[string, string, string]> = {
  seed: 'strings/rename-word',
  *cases() {
    for (const text of new Set(strings(['a', 'A', ' ', '_', '7'], 4))) {
      yield [text, 'a', 'be'];
      if (text.length >= 2) yield [text, 'aA', 'oK'];
    }
    for (const text of ['Task, TASKS, task_id: a TASK is a task.', 'I see', 'écat cat', 'cat-CAT.Cat', 'caT cAT', '']) {
      for (const from of ['task', 'i', 'cat', 'CAT']) yield [text, from, 'iPad'];
      for (const to of ['x', 'Dog', 'DOG', '', 'a b', 'é', '$']) yield [text, 'Cat', to];
    }
    for (const from of ['', 'a b', '1', '_', 'é', 'a.', '.']) yield ['a b 1 _', from, 'ok'];
  },
  oracle(text, from, to) {
    for (const word of [from, to]) {
      const letters = [...word].every((letter) => WORD.slice(0, 52).includes(letter));
      if (word === '' || !letters) throw new RangeError('letters only');
    }
    const inWord = (i: number): boolean => i >= 0 && i < text.length && WORD.includes(text.charAt(i));
    // Every position starts either a whole occurrence or one character that stays.
    const out: string[] = [];
    for (let i = 0; i < text.length;) {
      const found = text.slice(i, i + from.length);
      if (!sameLetters(found, from) || inWord(i - 1) || inWord(i + from.length)) {
        out.push(text.charAt(i));
        i += 1;
        continue;
      }
      const capitals = [...found].filter((letter) => UPPER.includes(letter)).length;
      if (capitals === found.length && capitals > 1) out.push(to.toUpperCase());
      else if (UPPER.includes(found.charAt(0))) out.push(to.charAt(0).toUpperCase() + to.slice(1));
      else out.push(to);
      i += from.length;
    }
    return out.join('');
  },
  reference: String.raw`
export function renameWord(text: string, from: string, to: string): string {
  if (!/^[A-Za-z]+$/.test(from) || !/^[A-Za-z]+$/.test(to)) throw new RangeError('ASCII letters only');
  const capitalised = to.charAt(0).toUpperCase() + to.slice(1);
  return text.replace(/[A-Za-z0-9_]+/g, (word) => {
    if (word.toLowerCase() !== from.toLowerCase()) return word;
    if (/^[A-Z]{2,}$/.test(word)) return to.toUpperCase();
    return /^[A-Z]/.test(word) ? capitalised : to;
  });
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a regular expression with word boundaries' },
    'solve-1': { truth: 'right', note: 'cuts the text into runs of word characters' },
    'solve-2': { truth: 'right', note: 'near-duplicate of solve-0' },
    'solve-3': { truth: 'wrong', defect: 'boundary', note: 'takes a single capital for a word in all caps' },
    'solve-4': { truth: 'wrong', defect: 'misread', note: 'replaces parts of words, and only three spellings' },
    'roundtrip-0': { truth: 'right', note: 'scans by hand' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'examples of every rule and two properties' },
    'tests-1': {
      truth: 'wrong',
      defect: 'vacuous',
      note: 'expects comparisons without a matcher, and builds a (false) property without asserting it',
    },
  },
};
