/**
 * The switches of an instrumented solution: which of its mutants is on, which of them were reached, and how many
 * switches a run may pass before it counts as endless. Each loop and each function passes one, so that this ends most
 * endless runs after the same number of steps on every machine.
 */
import { defineProperty } from '../membrane/natives.ts';
import { randomState, seedRandom } from '../platform/random.ts';
import { clock } from './clock.ts';

const RealError = Error;
const unlimited = 2 ** 53;
let active = '';
let steps = 0;
let maxSteps = unlimited;
let isEndless = false;
let reached = { __proto__: null } as unknown as Record<string, true>;
let marked = { random: 0, clock: [0, null] as [number, number | null] };

function step(): void {
  if (++steps <= maxSteps) return;
  isEndless = true;
  throw new RealError('the solution does not come to an end');
}

function isActive(id: string): boolean {
  step();
  return active === id;
}

/** For several mutants in one place, which are reached together. */
function activeAt(place: string): string {
  step();
  reached[place] = true;
  return active;
}

function cover(): void {
  for (let at = 0; at < arguments.length; at++) reached[arguments[at] as string] = true;
}

const given = [
  ['stryMutAct_9fa48', isActive],
  ['stryCov_9fa48', cover],
  ['stryActive_9fa48', activeAt],
] as const;

export const switches = {
  /** Gives the functions that an instrumented solution calls; before it loads, and only where there is one. */
  arm(id: string): string {
    for (const [name, value] of given) {
      defineProperty(globalThis, name, { value, writable: false, enumerable: false, configurable: false });
    }
    active = id;
    return '';
  },

  /** How many switches each run may pass from now on. */
  limit(most: string): string {
    maxSteps = +most;
    return '';
  },

  /** Remembers what every run begins with. */
  mark(): string {
    marked = { random: randomState(), clock: clock.time() };
    return '';
  },

  /** Turns a mutant on, none when empty, and randomness and time back. */
  turn(id: string): string {
    active = id;
    steps = 0;
    isEndless = false;
    seedRandom(marked.random);
    clock.write(marked.clock);
    return '';
  },

  /** Switches passed and mutants reached since it was asked last: `endless,steps,id,id,…`. */
  reached(): string {
    let text = `${isEndless ? 1 : 0},${steps}`;
    for (const id in reached) text += `,${id}`;
    reached = { __proto__: null } as unknown as Record<string, true>;
    steps = 0;
    return text;
  },
};
