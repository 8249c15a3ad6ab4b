import type { Key, SolutionModule } from '../key.ts';

interface Options {
  high: number;
  low: number;
  confirm: number;
}
/** The options, and what happens: readings, and resets. */
type Args = [Options, (number | 'reset')[]];
/** After each event, what it returned and whether the alarm is active. */
type Outcome = 'RangeError' | readonly (readonly [unknown, boolean])[];
interface Alarm {
  readonly active: boolean;
  feed(reading: number): unknown;
  reset(): void;
}

const EVENTS: readonly (number | 'reset')[] = [2, 0, -1, Number.NaN, 'reset'];

function* scriptsUpTo(length: number): Generator<(number | 'reset')[]> {
  yield [];
  if (length === 0) return;
  for (const first of EVENTS) for (const rest of scriptsUpTo(length - 1)) yield [first, ...rest];
}

function* cases(): Generator<Args> {
  for (const script of scriptsUpTo(4)) {
    yield [{ high: 2, low: -1, confirm: 1 }, script];
    yield [{ high: 2, low: -1, confirm: 2 }, script];
    yield [{ high: 0, low: -1, confirm: 2 }, [0, ...script, -1, -1]];
  }
  yield [{ high: 5, low: 2, confirm: 3 }, [5, 5, 5, 5, 5, 2, 2, 2.5, 2, 1, -7, 2, 2, 2]];
  yield [{ high: 5, low: 2, confirm: 2 }, [Number.POSITIVE_INFINITY, 6, Number.NEGATIVE_INFINITY, 0]];
  for (const confirm of [0, -1, 1.5, Number.NaN]) yield [{ high: 2, low: 1, confirm }, []];
  for (const low of [2, 3]) yield [{ high: 2, low, confirm: 1 }, []];
}

/** Whether the alarm is active follows from all events so far: the row before the last event, found backwards. */
function oracle({ high, low, confirm }: Options, script: (number | 'reset')[]): Outcome {
  if (low >= high || !Number.isInteger(confirm) || confirm < 1) return 'RangeError';
  const changes: string[] = [];
  let active = false;
  return script.map((event, index) => {
    changes[index] = event === 'reset' ? 'reset' : '';
    if (event === 'reset') active = false;
    let row = 0;
    for (let back = index; back >= 0; back--) {
      const reading = script[back];
      if (reading === undefined || reading === 'reset' || (back < index && changes[back] !== '')) break;
      if (Number.isNaN(reading)) continue;
      if (active ? reading > low : reading < high) break;
      row += 1;
    }
    const isDue = typeof event === 'number' && !Number.isNaN(event) && row === confirm;
    if (isDue) changes[index] = active ? 'cleared' : 'raised';
    if (isDue) active = !active;
    return [isDue ? changes[index] : undefined, active];
  });
}

function run(module: SolutionModule, [options, script]: Args): Outcome {
  let alarm: Alarm;
  try {
    alarm = new (module['LevelAlarm'] as new (options: Options) => Alarm)(options);
  } catch (error) {
    if (error instanceof RangeError) return 'RangeError';
    throw error;
  }
  return script.map((event) => [event === 'reset' ? alarm.reset() : alarm.feed(event), alarm.active]);
}

export const key: Key<Args> = {
  seed: 'classes-and-state/level-alarm',
  cases,
  oracle,
  run,
  reference: `
export interface LevelAlarmOptions {
  readonly high: number;
  readonly low: number;
  readonly confirm: number;
}

export type AlarmChange = 'raised' | 'cleared';

export class LevelAlarm {
  readonly #options: LevelAlarmOptions;
  #active = false;
  #inRow = 0;

  constructor(options: LevelAlarmOptions) {
    if (!(options.low < options.high)) throw new RangeError('low must be less than high');
    if (!Number.isInteger(options.confirm) || options.confirm < 1) throw new RangeError('confirm');
    this.#options = { ...options };
  }

  get active(): boolean {
    return this.#active;
  }

  feed(reading: number): AlarmChange | undefined {
    if (Number.isNaN(reading)) return undefined;
    const counts = this.#active ? reading <= this.#options.low : reading >= this.#options.high;
    this.#inRow = counts ? this.#inRow + 1 : 0;
    if (this.#inRow < this.#options.confirm) return undefined;
    this.#inRow = 0;
    this.#active = !this.#active;
    return this.#active ? 'raised' : 'cleared';
  }

  reset(): void {
    this.#active = false;
    this.#inRow = 0;
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a counter' },
    'solve-1': { truth: 'right', note: 'the last readings since the last change' },
    'solve-2': { truth: 'right', note: 'solve-0 with other names, without a fence' },
    'solve-3': { truth: 'wrong', defect: 'ill-typed', note: 'properties that only reset() sets; behaves rightly' },
    'solve-4': { truth: 'wrong', defect: 'boundary', note: 'takes a level of 0 for a missing one' },
    'roundtrip-0': { truth: 'right', note: 'two phases, each with its test and its change' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'zero, NaN, resets and a model' },
    'tests-1': { truth: 'wrong', defect: 'vacuous', note: 'expects that things exist' },
  },
};
