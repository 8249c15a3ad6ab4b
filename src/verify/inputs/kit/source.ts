import type { Shape } from '../shape.ts';
import { arrayMaker } from './arrays.ts';
import { constantMaker, namedMaker, oneOfMaker } from './choices.ts';
import { makeKit } from './make-kit.ts';
import { numberMaker } from './numbers.ts';
import { randomFrom } from './random.ts';
import { mapMaker, objectMaker, recordMaker, setMaker } from './structures.ts';
import { textMaker } from './texts.ts';
import { tupleMaker } from './tuples.ts';
import { mappedMaker, rareMaker } from './wrapped.ts';

const makers = {
  number: numberMaker,
  text: textMaker,
  array: arrayMaker,
  tuple: tupleMaker,
  object: objectMaker,
  record: recordMaker,
  map: mapMaker,
  set: setMaker,
  oneOf: oneOfMaker,
  constant: constantMaker,
  named: namedMaker,
  mapped: mappedMaker,
  rare: rareMaker,
} as const satisfies Record<Shape['kind'], unknown>;

export interface Domain {
  /** The argument list's shape; without one, only other arbitraries are drawn from. */
  readonly list?: Shape | undefined;
  readonly named: { readonly [name: string]: Shape };
  /** Argument lists to vary, as JavaScript source. */
  readonly examples: readonly string[];
  /** Other arbitraries of argument lists, as JavaScript source; those that fail are left out. */
  readonly others: readonly string[];
  /** Tells valid argument lists, as JavaScript source of an arrow function; all are, without one. */
  readonly precondition?: string;
}

/** How often another argument list is drawn in the place of one that the precondition refuses. */
const mostRefused = 25;

/** How many in a hundred argument lists come from the shape alone where the suites show what they are like. */
const bareShare = 10;

/**
 * JavaScript expression of a fast-check arbitrary of argument lists.
 *
 * Where suites show what is asked for, nine of ten vary their examples or come from their arbitraries, as many from
 * these as from those; what the types allow beside is often outside of what the task is about.
 */
export function arbitrarySource({ list, named, examples, others, precondition }: Domain): string {
  const needed = kindsIn([list, named]);
  const makersSource = Object.entries(makers)
    .filter(([kind]) => needed.has(kind))
    .map(([kind, maker]) => `${kind}: (${shortSource(maker)})`);
  const ownWeight = examples.length > 0 ? 50 + bareShare / 2 : bareShare;
  return `(() => {
const bareShare = ${bareShare / (others.length > 0 ? ownWeight : 100)};
const list = ${list === undefined ? 'undefined' : shapeSource(list)};
const examples = [${examples.map((example) => `() => (${example})`).join(', ')}];
const makers = {${makersSource.join(',\n')}};
const randomFrom = (${shortSource(randomFrom)});
const kit = (${shortSource(makeKit)})({ randomFrom, makers, named: {${namedSource(named)}} });
const drawn = (seed) => {
  kit.restart(randomFrom(seed));
  if (examples.length === 0 || kit.random.chance(bareShare)) return kit.draw(list);
  const lists = examples.map((make) => make());
  const model = kit.random.pick(lists);
  const other = kit.random.pick(lists);
  const mixed = kit.random.chance(0.15) && other.length === model.length;
  let value = mixed ? model.map((own, at) => (kit.random.chance(0.5) ? own : other[at])) : model;
  for (let changes = kit.random.pick([1, 1, 1, 2, 2, 3]); changes > 0; changes--) value = kit.vary(list, value);
  return value;
};
${precondition === undefined ? '' : fittingSource(precondition)}const own = list === undefined ? [] : [{ weight: ${ownWeight}, arbitrary: fc.noBias(fc.nat({ max: 2147483647 })).map(${precondition === undefined ? 'drawn' : 'fitting'}) }];
const others = [${others.map((other) => `() => ${other}`).join(',\n')}].flatMap((make) => {
  try {
    const isFit = (list) => list !== undefined${precondition === undefined ? '' : ' && holds(list)'};
    const arbitrary = make();
    return fc.sample(arbitrary, { seed: 1, numRuns: 20 }).some(isFit) ? [arbitrary.filter(isFit)] : [];
  } catch {
    return [];
  }
});
return others.length === 0 && own.length > 0 ? own[0].arbitrary : fc.oneof(...own, ...others.length === 0 ? [] : [{ weight: ${100 - ownWeight}, arbitrary: fc.oneof(...others) }]);
})()`;
}

/** What is refused is drawn again, by seeds that follow from its own; a precondition that throws refuses. */
function fittingSource(precondition: string): string {
  return `const valid = (${precondition});
const holds = (list) => {
  try {
    return valid(...list) === true;
  } catch {
    return false;
  }
};
const fitting = (seed) => {
  for (let tries = 0; tries < ${mostRefused}; tries++) {
    const list = drawn((seed + tries * 7919) % 2147483647);
    if (holds(list)) return drawn((seed + tries * 7919) % 2147483647);
  }
  return drawn(seed);
};
`;
}

function namedSource(named: Domain['named']): string {
  return Object.entries(named)
    .map(([name, shape]) => `${JSON.stringify(name)}: ${shapeSource(shape)}`)
    .join(', ');
}

/** A function's source without its indentation, its lines of comments, and the blanks that its types have left. */
function shortSource(made: (...args: never[]) => unknown): string {
  return made
    .toString()
    .replaceAll(/^\s*(?:\/\/.*|\/\*\*.*\*\/)\n/gm, '')
    .replaceAll(/^\s+/gm, '')
    .replaceAll(/ {2,}/g, ' ');
}

/** The fields of shapes that hold JavaScript source. */
interface MadeOfSources {
  readonly kind?: unknown;
  readonly sources?: readonly string[];
  readonly of?: unknown;
  readonly make?: string;
  readonly back?: string;
}

/** The kinds of shapes within data: each has a maker, and makers that nothing needs stay out of the source. */
function kindsIn(data: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.stringify(data, (key, value: unknown) => {
    if (key === 'kind') found.add(String(value));
    return value;
  });
  return found;
}

/** Numbers that JSON has no word for do not occur in shapes. */
function shapeSource(shape: unknown): string {
  if (Array.isArray(shape)) return `[${shape.map(shapeSource).join(',')}]`;
  if (typeof shape !== 'object' || shape === null) return JSON.stringify(shape);
  const { kind, sources, of, make, back } = shape as MadeOfSources;
  if (kind === 'constant' && sources)
    return `{kind:"constant",make:[${sources.map((text) => `() => (${text})`).join(',')}]}`;
  if (kind === 'mapped') return `{kind:"mapped",of:${shapeSource(of)},make:${make},back:${back}}`;
  const fields = Object.entries(shape).filter(([, value]) => value !== undefined);
  return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${shapeSource(value)}`).join(',')}}`;
}
