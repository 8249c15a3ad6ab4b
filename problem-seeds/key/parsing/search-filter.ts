import type { Key } from '../key.ts';

type Clause =
  | { kind: 'text'; value: string; negated: boolean }
  | { kind: 'field'; name: string; value: string; negated: boolean };

/** The clauses of a query by recursion on its first character, as the statement's rules say. */
function oracle(query: string): Clause[] {
  if (query === '') return [];
  if (query.startsWith(' ')) return oracle(query.slice(1));
  const negated = query.length > 1 && query.startsWith('-') && query[1] !== ' ';
  const body = negated ? query.slice(1) : query;
  const colon = body.indexOf(':');
  const letters = colon < 1 ? '' : body.slice(0, colon);
  const isName = letters !== '' && letters.split('').every((letter) => 'abcdefghijklmnopqrstuvwxyz'.includes(letter));
  const tail = isName ? body.slice(colon + 1) : body;
  const quoted = tail.startsWith('"');
  const inner = quoted ? tail.slice(1) : tail;
  const stops = inner.split('').flatMap((unit, index) => (unit === (quoted ? '"' : ' ') ? [index] : []));
  const end = stops[0] ?? inner.length;
  const value = inner.slice(0, end);
  const clause: Clause = isName ? { kind: 'field', name: letters, value, negated } : { kind: 'text', value, negated };
  return [...(isName || value !== '' ? [clause] : []), ...oracle(inner.slice(quoted ? end + 1 : end))];
}

export const key: Key<[string]> = {
  seed: 'parsing/search-filter',
  *cases() {
    let words = [''];
    for (let length = 0; length <= 4; length++) {
      for (const word of words) yield [word];
      words = words.flatMap((word) => [...'ab:-" '].map((letter) => word + letter));
    }
    yield ['label:bug -author:"Ada L" crash'];
    yield ['url:http://x:80 A:b _:c ab:'];
    yield ['😀 label:"😀 x" y 😀z'];
    yield ['é:x  --label:"- -" "'];
  },
  oracle,
  run: (module, [query]) => module['parseFilter'](query),
  reference: `
export type Clause =
  | { kind: 'text'; value: string; negated: boolean }
  | { kind: 'field'; name: string; value: string; negated: boolean };

export function parseFilter(query: string): Clause[] {
  const clauses: Clause[] = [];
  for (let rest = query.replace(/^ +/, ''); rest !== ''; rest = rest.replace(/^ +/, '')) {
    const negated = /^-[^ ]/.test(rest);
    rest = negated ? rest.slice(1) : rest;
    const name = /^[a-z]+(?=:)/.exec(rest)?.[0];
    rest = name === undefined ? rest : rest.slice(name.length + 1);
    const stop = rest.startsWith('"') ? '"' : ' ';
    const start = stop === '"' ? 1 : 0;
    const found = rest.indexOf(stop, start);
    const end = found === -1 ? rest.length : found;
    const value = rest.slice(start, end);
    rest = rest.slice(end + start);
    if (name !== undefined) clauses.push({ kind: 'field', name, value, negated });
    else if (value !== '') clauses.push({ kind: 'text', value, negated });
  }
  return clauses;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'one sticky regular expression a clause' },
    'solve-1': { truth: 'right', note: 'a cursor and indexOf' },
    'solve-2': { truth: 'wrong', defect: 'boundary', note: 'cuts a value off at its second colon, and more' },
    'solve-3': { truth: 'right', note: 'a state machine over characters' },
    'solve-4': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'takes a dash at the very end for a negation of nothing',
    },
    'roundtrip-0': { truth: 'wrong', defect: 'unicode', note: 'counts code points but slices code units' },
    'roundtrip-1': { truth: 'right', note: 'eats the query from the front' },
  },
  suites: {
    'tests-0': {
      truth: 'right',
      letsThrough: ['roundtrip-0'],
      note: 'every rule by example and a round trip, all in ASCII',
    },
    'tests-1': {
      truth: 'wrong',
      defect: 'wrong-expectation',
      note: 'thinks that text touching a closing quote joins the value',
    },
  },
};
