import { seedFrom } from '../../src/core/id.ts';
import { hostiles, hostileSuite } from './hostile.ts';
import { hostileLimits, honestLimits, type SoakCandidate } from './soak-candidate.ts';
import { type SuiteKind, suiteOf } from './suites.ts';
import { templates } from './templates.ts';

/** One candidate of so many is hostile. */
const hostileEvery = 100;
/** After so many candidates each kind of hostile one has been there once. */
export const cycle: number = hostileEvery * hostiles.length;
/** A property costs several times as much as examples: one suite in five has one. */
const suiteKinds: readonly SuiteKind[] = ['tests', 'script', 'tests', 'script', 'property'];

/** The candidate with a number: always the same for the same seed. */
export function drawCandidate(index: number, seed: number): SoakCandidate {
  return index % hostileEvery === hostileEvery - 1 ? drawHostile(index, seed) : drawHonest(index, seed);
}

function drawHonest(index: number, seed: number): SoakCandidate {
  const template = pick(templates, index);
  const suiteKind = pick(suiteKinds, Math.floor(index / templates.length));
  const isRight = draw([seed, index, 'right'], 2) === 0;
  const drawn = { a: 2 + draw([seed, index, 'a'], 96), b: 2 + draw([seed, index, 'b'], 96) };
  const solution = isRight ? template.right(drawn) : template.wrong(drawn);
  const suite = suiteOf(template, drawn, suiteKind);
  return {
    kind: `${template.name}, ${isRight ? 'right' : 'wrong'}, ${suiteKind}`,
    job: {
      id: `soak-${index}`,
      solution,
      suite,
      language: 'js',
      entryPoint: 'solve',
      seed: index,
      limits: honestLimits,
    },
    expectations: [isRight ? 'accepted' : 'refuted'],
  };
}

function drawHostile(index: number, seed: number): SoakCandidate {
  const { name, solution, expectations } = pick(hostiles, Math.floor(index / hostileEvery));
  const marked = `${solution}\n// ${seed}-${index}\n`;
  const suite = hostileSuite;
  return {
    kind: name,
    job: {
      id: `soak-${index}`,
      solution: marked,
      suite,
      language: 'js',
      entryPoint: 'solve',
      seed: index,
      limits: hostileLimits,
    },
    expectations,
  };
}

/** A whole number from 0, less than `below`. */
function draw(what: unknown, below: number): number {
  return seedFrom(what) % below;
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('there is nothing to pick from');
  return value;
}
