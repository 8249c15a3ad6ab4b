import type { Key } from '../key.ts';

type Call = readonly ['add' | 'reaches', string, string];

const names = ['a', 'b', 'c'];

function* additions(length: number): Generator<Call[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const head of additions(length - 1)) {
    for (const from of names) for (const to of names) yield [...head, ['add', from, to]];
  }
}

const allQueries = (among: readonly string[]): Call[] =>
  among.flatMap((from) => among.map((to): Call => ['reaches', from, to]));

export const key: Key<[Call[]]> = {
  seed: 'graphs/import-guard',
  *cases() {
    for (const length of [0, 1, 2, 3]) {
      for (const calls of additions(length)) yield [[...calls, ...allQueries(names)]];
    }
    // A longer chain, closed at each place, with queries before and after.
    const chain = ['', 'constructor', '__proto__', 'd', 'e'];
    for (const [index, closing] of chain.entries()) {
      yield [
        [
          ...chain.slice(1).map((to, at): Call => ['add', chain[at] ?? '', to]),
          ...allQueries(chain),
          ['add', 'e', closing],
          ['add', closing, 'e'],
          ['add', chain[index === 0 ? 4 : index - 1] ?? '', closing],
          ...allQueries(chain),
        ],
      ];
    }
    // Two branches meet, and a refused import leaves no trace.
    yield [
      [
        ['add', 'a', 'b'],
        ['add', 'a', 'c'],
        ['add', 'b', 'd'],
        ['add', 'c', 'd'],
        ['add', 'd', 'a'],
        ['add', 'd', 'b'],
        ['add', 'd', 'd'],
        ['add', 'a', 'd'],
        ['add', 'c', 'b'],
        ['add', 'b', 'c'],
        ...allQueries(['a', 'b', 'c', 'd']),
      ],
    ];
  },
  oracle: (calls) => {
    // The relation as a list of pairs, closed transitively from scratch for every question.
    const recorded: (readonly [string, string])[] = [];
    const leads = (from: string, to: string): boolean => {
      const closure = [...recorded];
      for (const [a, b] of closure) {
        for (const [c, d] of recorded) {
          if (b === c && !closure.some(([x, y]) => x === a && y === d)) closure.push([a, d]);
        }
      }
      return closure.some(([x, y]) => x === from && y === to);
    };
    return calls.map(([method, from, to]) => {
      if (method === 'reaches') return leads(from, to);
      if (from === to || leads(to, from)) return false;
      if (!recorded.some(([x, y]) => x === from && y === to)) recorded.push([from, to]);
      return true;
    });
  },
  run: (module, [calls]) => {
    const guard = new module['ImportGuard']();
    return calls.map(([method, from, to]): unknown => guard[method](from, to));
  },
  reference: `
export class ImportGuard {
  readonly #imports = new Map<string, Set<string>>();

  add(from: string, to: string): boolean {
    if (from === to || this.reaches(to, from)) return false;
    const known = this.#imports.get(from) ?? new Set<string>();
    this.#imports.set(from, known.add(to));
    return true;
  }

  reaches(from: string, to: string): boolean {
    const direct = [...(this.#imports.get(from) ?? [])];
    return direct.some((module) => module === to || this.reaches(module, to));
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'iterative depth-first search' },
    'solve-1': { truth: 'right', note: 'keeps the transitive closure' },
    'solve-2': { truth: 'right', note: 'solve-0 with other names' },
    'solve-3': { truth: 'wrong', defect: 'state', note: 'all instances share one graph in the module' },
    'solve-4': { truth: 'wrong', defect: 'misread', note: 'sees circles of one and two modules only' },
    'roundtrip-0': { truth: 'wrong', defect: 'boundary', note: 'reaches(x, x) is true' },
    'roundtrip-1': { truth: 'right', note: 'walks from importer to importer' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'against a model' },
    'tests-1': { truth: 'wrong', defect: 'vacuous', note: 'nothing beyond the types of the results' },
  },
};
