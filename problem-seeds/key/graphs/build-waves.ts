import type { Key } from '../key.ts';

interface Step {
  name: string;
  needs: string[];
}

function* smallGraphs(names: readonly string[]): Generator<[Step[]]> {
  const pairs = names.length * names.length;
  for (let bits = 0; bits < 2 ** pairs; bits++) {
    yield [
      names.map((name, row) => ({
        name,
        needs: names.filter((_, column) => (bits >> (row * names.length + column)) & 1),
      })),
    ];
  }
}

export const key: Key<[Step[]]> = {
  seed: 'graphs/build-waves',
  *cases() {
    for (const names of [[], ['a'], ['b', 'a'], ['b', 'c', 'a']]) yield* smallGraphs(names);
    yield [[{ name: 'a', needs: ['outside'] }]];
    yield [
      [
        { name: 'b', needs: ['a', 'outside', 'a'] },
        { name: 'a', needs: ['elsewhere'] },
      ],
    ];
    for (let rotation = 0; rotation < 5; rotation++) {
      const chain: Step[] = [1, 2, 3, 4, 5].map((n) => ({
        name: `s${n}`,
        needs: n > 1 ? [`s${n - 1}`, 's1'].filter((need) => need !== `s${n}`) : [],
      }));
      yield [[...chain.slice(rotation), ...chain.slice(0, rotation)]];
    }
    // Prototype names must not be taken for listed steps.
    yield [[{ name: 'x', needs: ['constructor', '__proto__'] }]];
  },
  oracle: (steps) => {
    // By definition: a step may start in wave n if every way back through its needs has at most n listed steps.
    const longestWayBack = (name: string, budget: number): number => {
      if (budget < 0) throw new Error('circle');
      const needs = steps.find((step) => step.name === name)?.needs ?? [];
      const inside = needs.filter((need) => steps.some((step) => step.name === need));
      return inside.length === 0 ? 0 : 1 + Math.max(...inside.map((need) => longestWayBack(need, budget - 1)));
    };
    const depths = steps.map((step) => longestWayBack(step.name, steps.length));
    return Array.from({ length: Math.max(-1, ...depths) + 1 }, (_, wave) =>
      steps.filter((_step, index) => depths[index] === wave).map((step) => step.name),
    );
  },
  reference: `
export interface Step {
  name: string;
  needs: readonly string[];
}

export function planWaves(steps: readonly Step[]): string[][] {
  const names = new Set(steps.map((step) => step.name));
  const done = new Set<string>();
  const waves: string[][] = [];
  while (done.size < steps.length) {
    const wave = steps.filter(
      (step) => !done.has(step.name) && step.needs.every((need) => !names.has(need) || done.has(need)),
    );
    if (wave.length === 0) throw new Error('circle');
    for (const step of wave) done.add(step.name);
    waves.push(wave.map((step) => step.name));
  }
  return waves;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Kahn level by level on indices' },
    'solve-1': { truth: 'right', note: 'memoised depth-first search' },
    'solve-2': { truth: 'right', note: 'solve-0 with other names' },
    'solve-3': { truth: 'wrong', defect: 'misread', note: 'a need that is not listed blocks for ever, so it throws' },
    'solve-4': { truth: 'wrong', defect: 'misread', note: 'leaves out what is on a circle, where it must throw' },
    'roundtrip-0': { truth: 'right', note: 'relaxation of levels to a fixed point' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'examples and two properties' },
    'tests-1': { truth: 'right', letsThrough: ['solve-3'], note: 'no need from outside the list' },
  },
};
