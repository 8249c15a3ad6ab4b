import type { Key } from '../key.ts';

interface Problem {
  path: string;
  expected: string;
}

const SCALARS: readonly unknown[] = [
  undefined,
  null,
  '',
  'a',
  0,
  -1,
  2.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  [],
  {},
];
const MISSING = Symbol('missing');

/** An object without the properties whose value is `MISSING`. */
function objectOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== MISSING));
}

function* leaves(): Generator<unknown> {
  yield* SCALARS;
  yield [{ kind: 'all', of: [] }];
  for (const kind of [...SCALARS, 'or', 'toString', ['all']]) yield { kind, field: 'a', value: 1, of: [] };
  for (const field of [MISSING, ...SCALARS]) {
    for (const value of [MISSING, ...SCALARS]) yield objectOf({ kind: 'equals', field, value });
    for (const min of [MISSING, null, '1', 0, 3]) yield objectOf({ kind: 'range', field, min });
  }
  const bounds = [MISSING, undefined, null, '1', -5, 0, 1, 2, Number.NaN];
  for (const min of bounds)
    for (const max of bounds) yield objectOf({ kind: 'range', field: 'a', min, max, note: 'extra' });
}

const PARTS: readonly unknown[] = [
  { kind: 'equals', field: 'a', value: 1, extra: true },
  { kind: 'range', field: '' },
  { kind: 'range', field: 'b', min: 3, max: 'x' },
  { kind: 'not', of: { kind: 'all', of: [] } },
  { kind: 'not' },
  { kind: 'all', of: 'none' },
  { kind: 'all', of: [null, { kind: 'no' }, { kind: 'range', field: 'c', max: 0 }], field: 'z' },
  7,
];

const isFinite = (value: unknown): boolean => typeof value === 'number' && value - value === 0;
const isNamed = (value: unknown): boolean => typeof value === 'string' && value.length > 0;

/** Every filter within the input, outermost first, with its path. */
function* nodes(value: unknown, path: string): Generator<[node: unknown, path: string]> {
  yield [value, path];
  if (Object.prototype.toString.call(value) !== '[object Object]') return;
  const { kind, of } = value as { kind?: unknown; of?: unknown };
  if (kind === 'not') yield* nodes(of, `${path}.of`);
  if (kind === 'all' && Array.isArray(of)) for (const [i, part] of of.entries()) yield* nodes(part, `${path}.of[${i}]`);
}

/** What is wrong with a filter itself, whatever is nested in it. */
function ownProblems(node: unknown, path: string): Problem[] {
  if (Object.prototype.toString.call(node) !== '[object Object]') return [{ path, expected: 'object' }];
  const { kind, field, value, min, max, of } = node as Record<string, unknown>;
  const isField = kind === 'equals' || kind === 'range';
  const rules: [broken: boolean, at: string, expected: string][] = [
    [kind !== 'equals' && kind !== 'range' && kind !== 'all' && kind !== 'not', '.kind', 'kind'],
    [isField && !isNamed(field), '.field', 'field'],
    [kind === 'equals' && !['string', 'boolean'].includes(typeof value) && !isFinite(value), '.value', 'value'],
    [kind === 'range' && min !== undefined && !isFinite(min), '.min', 'number'],
    [kind === 'range' && max !== undefined && !isFinite(max), '.max', 'number'],
    [kind === 'range' && min === undefined && max === undefined, '', 'bound'],
    [kind === 'range' && isFinite(min) && isFinite(max) && Number(min) > Number(max), '', 'order'],
    [kind === 'all' && !Array.isArray(of), '.of', 'array'],
  ];
  return rules.flatMap(([broken, at, expected]) => (broken ? [{ path: path + at, expected }] : []));
}

const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  equals: ['kind', 'field', 'value'],
  range: ['kind', 'field', 'min', 'max'],
  all: ['kind', 'of'],
  not: ['kind', 'of'],
};

/** The filter without what does not belong to it. */
function pruned(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pruned);
  const entries = Object.entries(node as Record<string, unknown>);
  const names = PROPERTIES[String((node as { kind: unknown }).kind)] ?? [];
  return Object.fromEntries(
    entries
      .filter(([name, value]) => names.includes(name) && value !== undefined)
      .map(([name, value]) => [name, name === 'of' ? pruned(value) : value]),
  );
}

export const key: Key<[unknown]> = {
  seed: 'data-modelling/filter-parse',
  *cases() {
    for (const leaf of leaves()) {
      yield [leaf];
      yield [{ kind: 'not', of: leaf }];
      yield [{ kind: 'all', of: [leaf, { kind: 'equals', field: 'x', value: '' }] }];
    }
    for (const of of SCALARS) yield [{ kind: 'all', of }];
    for (const first of PARTS) for (const second of PARTS) yield [{ kind: 'all', of: [first, second] }];
    yield [{ kind: 'not', of: { kind: 'not', of: { kind: 'all', of: PARTS } } }];
  },
  oracle(input) {
    // Outermost first is depth first here: no filter has problems of its own after those of its parts.
    const problems = [...nodes(input, '$')].flatMap(([node, path]) => ownProblems(node, path));
    return problems.length > 0 ? { ok: false, problems } : { ok: true, filter: pruned(input) };
  },
  reference: `
export type Filter =
  | { kind: 'equals'; field: string; value: string | number | boolean }
  | { kind: 'range'; field: string; min?: number; max?: number }
  | { kind: 'all'; of: Filter[] }
  | { kind: 'not'; of: Filter };
export interface Problem {
  path: string;
  expected: 'object' | 'kind' | 'field' | 'value' | 'number' | 'bound' | 'order' | 'array';
}
export type Parsed = { ok: true; filter: Filter } | { ok: false; problems: Problem[] };
export function parseFilter(input: unknown): Parsed {
  const problems: Problem[] = [];
  const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value);
  const parse = (value: unknown, path: string): Filter => {
    const none: Filter = { kind: 'all', of: [] };
    const expect = (holds: boolean, at: string, expected: Problem['expected']): boolean => {
      if (!holds) problems.push({ path: path + at, expected });
      return holds;
    };
    if (!expect(typeof value === 'object' && value !== null && !Array.isArray(value), '', 'object')) return none;
    const source = value as Record<string, unknown>;
    const { kind, of, min, max } = source;
    const field = (): string => {
      expect(typeof source.field === 'string' && source.field !== '', '.field', 'field');
      return String(source.field);
    };
    if (kind === 'equals') {
      const filter = { kind, field: field(), value: source.value as string | number | boolean } as const;
      expect(['string', 'boolean'].includes(typeof source.value) || isFiniteNumber(source.value), '.value', 'value');
      return filter;
    }
    if (kind === 'range') {
      const filter: Filter = { kind, field: field() };
      if (min !== undefined && expect(isFiniteNumber(min), '.min', 'number')) filter.min = min as number;
      if (max !== undefined && expect(isFiniteNumber(max), '.max', 'number')) filter.max = max as number;
      expect(min !== undefined || max !== undefined, '', 'bound');
      expect(!((filter.min ?? -Infinity) > (filter.max ?? Infinity)), '', 'order');
      return filter;
    }
    if (kind === 'all') {
      if (!expect(Array.isArray(of), '.of', 'array')) return none;
      return { kind, of: (of as unknown[]).map((part, i) => parse(part, path + '.of[' + i + ']')) };
    }
    if (kind === 'not') return { kind, of: parse(of, path + '.of') };
    expect(false, '.kind', 'kind');
    return none;
  };
  const filter = parse(input, '$');
  return problems.length === 0 ? { ok: true, filter } : { ok: false, problems };
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'one recursive function that reports to a list' },
    'solve-1': { truth: 'wrong', defect: 'boundary', note: 'does not compare bounds when one of them is 0' },
    'solve-2': { truth: 'right', note: 'a generator of problems, then a builder' },
    'solve-3': { truth: 'right', note: 'near-duplicate of solve-0' },
    'solve-4': { truth: 'wrong', defect: 'truncated', note: 'ends in the middle of a property name' },
    'roundtrip-0': { truth: 'wrong', defect: 'boundary', note: 'takes null for an object and throws' },
    'roundtrip-1': { truth: 'right', note: 'checks return filter and problems together' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-1'], note: 'no bound of 0 beside a bound that is out of order' },
    'tests-1': { truth: 'right', letsThrough: ['solve-1', 'roundtrip-0'], note: 'examples only; neither 0 nor null' },
  },
};
