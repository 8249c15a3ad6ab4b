import type { Key, SolutionModule } from '../key.ts';

/** The seats at first, and the operations: `+x` requests for x, `-x` releases, `=2` resizes. */
type Args = [number, string[]];
/** What each operation returned, then the holders and the line after it. */
type Outcome = readonly (readonly [unknown, string, string])[];
interface Pool {
  request(user: string): string;
  release(user: string): string | undefined;
  resize(seats: number): string[];
  holders(): string[];
  waiting(): string[];
}

const OPERATIONS = ['+x', '+y', '+z', '-x', '-y', '-z', '=1', '=3'];

function* scriptsUpTo(length: number): Generator<string[]> {
  yield [];
  if (length === 0) return;
  for (const first of OPERATIONS) for (const rest of scriptsUpTo(length - 1)) yield [first, ...rest];
}

function* cases(): Generator<Args> {
  for (const script of scriptsUpTo(3)) {
    for (const seats of [0, 1, 2]) yield [seats, script];
    for (const seats of [1, 2]) yield [seats, ['+x', '+y', '+z', ...script]];
  }
  yield [3, ['+x', '+y', '+z', '+u', '+v', '=1', '-y', '-x', '-z', '-u', '=9']];
  yield [0, ['+x', '+y', '-x', '+x', '=1', '=0', '+z', '-y', '=5']];
}

/** Names are never removed: each has a mark for being gone, and a number for when it came and when it was seated. */
function oracle(seats: number, script: string[]): Outcome {
  type Guest = { name: string; came: number; seated: number };
  let guests: Guest[] = [];
  let size = seats;
  let clock = 0;
  const seatedBy = (guest: Guest): boolean => guest.seated > 0;
  const names = (list: readonly Guest[]): string => list.map(({ name }) => name).join();
  const holders = (): Guest[] => guests.filter(seatedBy).toSorted((a, b) => a.seated - b.seated);
  const line = (): Guest[] => guests.filter((guest) => !seatedBy(guest)).toSorted((a, b) => a.came - b.came);
  const moveUp = (): string[] => {
    const [first] = line();
    if (first === undefined || holders().length >= size) return [];
    first.seated = clock += 1;
    return [first.name, ...moveUp()];
  };
  const apply = (operation: string): unknown => {
    const name = operation.slice(1);
    const guest = guests.find((candidate) => candidate.name === name);
    switch (operation.charAt(0)) {
      case '=':
        size = Number(name);
        return moveUp();
      case '+':
        if (guest === undefined) guests.push({ name, came: (clock += 1), seated: 0 });
        moveUp();
        return guests.some((each) => each.name === name && seatedBy(each)) ? 'granted' : 'waiting';
      default:
        if (guest === undefined) return 'error';
        guests = guests.filter((other) => other !== guest);
        return moveUp()[0];
    }
  };
  return script.map((operation) => [apply(operation), names(holders()), names(line())]);
}

function run(module: SolutionModule, [seats, script]: Args): Outcome {
  const pool = new (module['SeatPool'] as new (seats: number) => Pool)(seats);
  const apply = (operation: string): unknown => {
    const name = operation.slice(1);
    if (operation.startsWith('=')) return pool.resize(Number(name));
    if (operation.startsWith('+')) return pool.request(name);
    try {
      return pool.release(name);
    } catch {
      return 'error';
    }
  };
  return script.map((operation) => {
    const returned = apply(operation);
    pool.holders().push('from outside');
    pool.waiting().unshift('from outside');
    return [returned, pool.holders().join(), pool.waiting().join()];
  });
}

export const key: Key<Args> = {
  seed: 'classes-and-state/seat-pool',
  cases,
  oracle,
  run,
  reference: `
export class SeatPool {
  #seats: number;
  readonly #holders: string[] = [];
  readonly #line: string[] = [];

  constructor(seats: number) {
    this.#seats = seats;
  }

  request(user: string): 'granted' | 'waiting' {
    if (!this.#holders.includes(user) && !this.#line.includes(user)) this.#line.push(user);
    this.#moveUp();
    return this.#holders.includes(user) ? 'granted' : 'waiting';
  }

  release(user: string): string | undefined {
    const list = this.#line.includes(user) ? this.#line : this.#holders;
    if (!list.includes(user)) throw new Error('nobody by that name');
    list.splice(list.indexOf(user), 1);
    return this.#moveUp()[0];
  }

  resize(seats: number): string[] {
    this.#seats = seats;
    return this.#moveUp();
  }

  holders(): string[] {
    return [...this.#holders];
  }

  waiting(): string[] {
    return [...this.#line];
  }

  #moveUp(): string[] {
    const free = Math.max(0, this.#seats - this.#holders.length);
    const promoted = this.#line.splice(0, free);
    this.#holders.push(...promoted);
    return promoted;
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'two sets and one method that moves the line up' },
    'solve-1': { truth: 'right', note: 'one list, of which the first so many hold seats' },
    'solve-2': { truth: 'right', note: 'solve-0 with other names' },
    'solve-3': { truth: 'wrong', defect: 'boundary', note: 'passes a seat on although there are too many holders' },
    'solve-4': { truth: 'wrong', defect: 'state', note: 'hands its own lists out' },
    'roundtrip-0': { truth: 'wrong', defect: 'duplicates', note: 'a waiting user who asks again waits twice' },
    'roundtrip-1': { truth: 'right', note: 'a map from user to state' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-4'], note: 'never changes what it was handed' },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-3', 'solve-4', 'roundtrip-0'],
      note: 'no release after shrinking, no second request in line, no change of the lists',
    },
  },
};
