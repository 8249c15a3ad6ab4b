import type { Key, SolutionModule } from '../key.ts';

type Values = Record<string, string>;
/** The initial values, the depth, and the operations: `a1` sets the field a to 1; the others go by their names. */
type Args = [Values, number, string[]];
/** What each operation returned, and the values after it. */
type Outcome = 'RangeError' | readonly [unknown, Values][];
interface Form {
  set(field: string, value: string): void;
  close(): void;
  undo(): boolean;
  redo(): boolean;
  values(): Values;
}
type FormHistory = new (initial: Values, depth: number) => Form;

const OPERATIONS = ['a1', 'a2', 'b1', 'undo', 'redo', 'close'];

function* scriptsOf(length: number): Generator<string[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const first of OPERATIONS) for (const rest of scriptsOf(length - 1)) yield [first, ...rest];
}

function* cases(): Generator<Args> {
  for (const script of scriptsOf(4)) yield [{ a: '1' }, 2, script];
  for (const script of scriptsOf(3)) {
    yield [{}, 1, script];
    yield [{ b: '0' }, 3, ['a2', 'b1', ...script, 'undo', 'undo', 'redo']];
  }
  for (const script of scriptsOf(2)) yield [{}, 2, ['a1', 'b1', 'a2', 'undo', 'undo', ...script, 'redo', 'undo']];
  yield [{}, 5, ['a1', 'a2', 'b1', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo']];
  for (const depth of [0, -2, 0.5, Number.NaN]) yield [{}, depth, []];
}

/** Keeps every change ever made, and finds the values by making the changes of the steps that are done again. */
function oracle(initial: Values, depth: number, script: string[]): Outcome {
  if (!Number.isInteger(depth) || depth < 1) return 'RangeError';
  let steps: string[][] = [];
  let done = 0;
  let settled = 0;
  let isOpen = false;
  const values = (): Values => {
    const current = { ...initial };
    for (const change of steps.slice(0, done).flat()) current[change.charAt(0)] = change.slice(1);
    return current;
  };
  const apply = (operation: string): boolean | undefined => {
    if (operation === 'close') isOpen = false;
    if (operation.length > 2) {
      isOpen = false;
      const to = operation === 'undo' ? done - 1 : operation === 'redo' ? done + 1 : done;
      const isPossible = to >= settled && to <= steps.length;
      if (isPossible) done = to;
      return operation === 'close' ? undefined : isPossible;
    }
    if (values()[operation.charAt(0)] === operation.slice(1)) return undefined;
    steps = steps.slice(0, done);
    const last = steps.at(-1);
    if (isOpen && last?.[0]?.charAt(0) === operation.charAt(0)) last.push(operation);
    else steps.push([operation]);
    done = steps.length;
    settled = Math.max(settled, done - depth);
    isOpen = true;
    return undefined;
  };
  return script.map((operation) => [apply(operation), values()]);
}

function run(module: SolutionModule, [initial, depth, script]: Args): Outcome {
  let form: Form;
  try {
    form = new (module['FormHistory'] as FormHistory)(initial, depth);
  } catch (error) {
    if (error instanceof RangeError) return 'RangeError';
    throw error;
  }
  return script.map((operation) => {
    const returned =
      operation === 'undo' || operation === 'redo' || operation === 'close'
        ? form[operation]()
        : form.set(operation.charAt(0), operation.slice(1));
    form.values()['c'] = 'from outside';
    return [returned, form.values()];
  });
}

export const key: Key<Args> = {
  seed: 'classes-and-state/form-history',
  cases,
  oracle,
  run,
  reference: `
export class FormHistory {
  readonly #depth: number;
  #past: Record<string, string>[] = [];
  #present: Record<string, string>;
  #future: Record<string, string>[] = [];
  #openField: string | undefined;

  constructor(initial: Readonly<Record<string, string>>, depth: number) {
    if (!Number.isInteger(depth) || depth < 1) throw new RangeError('depth must be a positive integer');
    this.#present = { ...initial };
    this.#depth = depth;
  }

  set(field: string, value: string): void {
    if (this.#present[field] === value) return;
    if (this.#openField !== field) this.#past = [...this.#past, this.#present].slice(-this.#depth);
    this.#openField = field;
    this.#present = { ...this.#present, [field]: value };
    this.#future = [];
  }

  close(): void {
    this.#openField = undefined;
  }

  undo(): boolean {
    return this.#swap(this.#past, this.#future);
  }

  redo(): boolean {
    return this.#swap(this.#future, this.#past);
  }

  values(): Record<string, string> {
    return { ...this.#present };
  }

  #swap(from: Record<string, string>[], to: Record<string, string>[]): boolean {
    this.close();
    const next = from.pop();
    if (next === undefined) return false;
    to.push(this.#present);
    this.#present = next;
    return true;
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'two stacks of steps with the values before and after' },
    'solve-1': { truth: 'right', note: 'a list of snapshots and a place in it' },
    'solve-2': { truth: 'wrong', defect: 'mutated-input', note: 'works on the very record it was given' },
    'solve-3': { truth: 'right', note: 'past, present and future records' },
    'solve-4': { truth: 'wrong', defect: 'state', note: 'a new edit does not forget what could be redone' },
    'roundtrip-0': { truth: 'right', note: 'immutable steps and stacks' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-2'], note: 'never looks at the initial record again' },
    'tests-1': { truth: 'right', letsThrough: ['solve-2', 'solve-4'], note: 'no edit after an undo either' },
  },
};
