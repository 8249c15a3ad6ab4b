import type { TextShape } from '../shape.ts';
import type { Kit, Maker } from './kit.ts';

/** Strings with the alphabet, the words and the format of the samples that the shape was found in. */
export function textMaker(kit: Kit): Maker<TextShape> {
  const runs = /\d+|[A-Za-z]+/g;
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /\s/];
  /** Long samples would else give texts of many times their length, and those take long to make. */
  const [mostPairs, mostPieces, mostNumbers] = [20, 60, 200];
  /** Where the rule of leap years has exceptions. Spans up to them are long and cost much, so they are drawn seldom. */
  const centuries = ['1900-02-28', '2000-02-29', '2099-12-31', '2100-03-01'];
  const runsOf = new WeakMap<TextShape, readonly (readonly string[])[]>();

  const numbersOf = new WeakMap<TextShape, readonly string[]>();
  function numbersIn(shape: TextShape): readonly string[] {
    const all =
      numbersOf.get(shape) ?? shape.samples.flatMap((sample) => sample.match(/\d+/g) ?? []).slice(0, mostNumbers);
    numbersOf.set(shape, all);
    return all;
  }

  function like(shape: TextShape, character: string): string {
    const own = classes.find((one) => one.test(character));
    const candidates = own === undefined ? [character] : shape.alphabet.filter((one) => own.test(one));
    return candidates.length === 0 ? character : kit.random.pick(candidates);
  }

  /** What runs at the same place of samples with as many runs show. */
  function placed(shape: TextShape, [place, count]: readonly [number, number]): readonly number[] {
    const all = runsOf.get(shape) ?? shape.samples.map((sample) => sample.match(runs) ?? []);
    runsOf.set(shape, all);
    return all
      .filter(({ length }) => length === count)
      .map((list) => list[place] ?? '')
      .filter((one) => /^\d+$/.test(one))
      .map(Number);
  }

  function ofFormat(shape: TextShape, run: string, place: readonly [number, number]): string | undefined {
    const { random } = kit;
    const there = placed(shape, place);
    if (there.length === 0 || random.chance(0.15)) return undefined;
    const [low, high] = [Math.min(...there), Math.max(...there)];
    const widening = Math.max(1, Math.ceil((high - low) / (there.length < 6 ? 2 : 8)));
    const isClock = shape.samples.some((one) => one.includes(':')) && high < 60;
    const most = isClock ? Math.min(place[0] === 0 && high < 24 ? 23 : 59, high + 30) : high + widening;
    const number = random.int(Math.max(low === 0 || isClock ? 0 : 1, low - widening), most);
    const isPadded = shape.samples.some((one) => /(?<!\d)0\d/.test(one));
    return isPadded ? String(number).padStart(run.length, '0') : String(number);
  }

  function newNumber(shape: TextShape, run: string, place: readonly [number, number]): string {
    const formed = shape.formatted ? ofFormat(shape, run, place) : undefined;
    if (formed !== undefined) return formed;
    const { random } = kit;
    const isCoded = !shape.alphabet.includes('9') || (run.length > 4 && !shape.formatted);
    if (isCoded) return [...run].map((digit) => like(shape, digit)).join('');
    const seen = numbersIn(shape).filter((one) => one.length <= run.length + 1);
    const usual = Math.max(9, ...seen.filter((one) => one.length <= run.length).map(Number));
    const least = shape.formatted && !seen.some((one) => Number(one) === 0) ? 1 : 0;
    const number = random.chance(0.5) ? random.int(least, Math.ceil(usual * 1.5)) : random.int(least, usual);
    if (random.chance(0.25) && seen.length > 0) return random.pick(seen);
    const padded = seen.some((one) => one.length > 1 && one.startsWith('0'));
    return padded ? String(number).padStart(run.length, '0').slice(-run.length) : String(number);
  }

  function newWord(shape: TextShape, run: string): string {
    const { random } = kit;
    const isKnown = shape.words.length > 0 && (shape.closed || random.chance(0.4));
    if (isKnown) return random.pick(shape.words);
    if (shape.closed) return run;
    const length = Math.max(1, run.length + random.int(-2, 3));
    return Array.from({ length }, (_, at) => like(shape, run[Math.min(at, run.length - 1)] ?? 'a')).join('');
  }

  function filled(shape: TextShape, sample: string, only = -1): string {
    let at = -1;
    const count = sample.match(runs)?.length ?? 0;
    return sample.replaceAll(runs, (run) => {
      at++;
      if (only >= 0 ? at !== only : kit.random.chance(0.3)) return run;
      return /\d/.test(run) ? newNumber(shape, run, [at, count]) : newWord(shape, run);
    });
  }

  function brackets(shape: TextShape): string {
    const { random } = kit;
    const open = shape.alphabet.filter((one) => '([{<'.includes(one));
    const close = (one: string): string => ')]}>'['([{<'.indexOf(one)] ?? '';
    const stack: string[] = [];
    let text = '';
    for (
      let left = random.int(1, Math.max(1, Math.min(mostPairs, Math.ceil(shape.max / 2))));
      left > 0 || stack.length > 0;
    ) {
      if (left > 0 && (stack.length === 0 || random.chance(0.55))) {
        stack.push(random.pick(open));
        text += stack.at(-1) ?? '';
        left--;
      } else text += close(stack.pop() ?? '');
    }
    return text;
  }

  function separated(shape: TextShape, sample: string): string | undefined {
    const { random } = kit;
    const counted = ['\n', '; ', ', ', ';', ',', '|', ' '].map((one) => [one, sample.split(one).length - 1] as const);
    const [separator, often] = counted.toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
    if (often === 0 || !shape.listed) return undefined;
    const all = shape.samples.flatMap((one) => one.split(separator));
    const pieces = [...new Set(all), ...all.filter(() => random.chance(0.5))];
    const count = kit.size(1, Math.min(mostPieces, Math.max(4, 2 * sample.split(separator).length)));
    const piece = (): string => {
      const one = shape.balanced ? '' : random.pick(pieces);
      return shape.balanced ? brackets(shape) : random.chance(0.5) ? one : filled(shape, one);
    };
    return Array.from({ length: count }, piece).join(separator);
  }

  function free(shape: TextShape): string {
    const { random, recent, few } = kit;
    const length = kit.size(shape.min, shape.max);
    const before = random.chance(0.25) && recent.length > 0 ? random.pick(recent) : '';
    const words = shape.alphabet.includes(' ') ? [before] : (before.match(/\w+/g) ?? ['']);
    const part = [...random.pick(words)].slice(random.int(0, 2)).slice(0, Math.max(1, length)).join('');
    if (part.length >= Math.max(1, shape.min)) return part;
    const pool = random.chance(0.5) ? few(shape.alphabet) : shape.alphabet;
    const text = pool.length === 0 ? '' : Array.from({ length }, () => random.pick(pool)).join('');
    if (text !== '') recent.push(text);
    return text;
  }

  /** Another day, mostly a near one: now and then one at the edge of a year or a month, or of a century. */
  function anotherDay(sample: string): string {
    const { random } = kit;
    const way = random.next();
    const days = random.pick([1, 3, 31, 366, 1500]);
    const near = Number(sample.slice(0, 4)) + random.int(-1, 1);
    const time =
      way < 0.88
        ? Date.parse(`${sample.slice(0, 10)}T00:00:00Z`) + random.int(-days, days) * 86_400_000
        : random.pick([Date.UTC(near, 11, 31), Date.UTC(near, 0, 1), Date.UTC(near - (near % 4), 1, 29)]);
    const day = Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
    const isDay = /^\d{4}-\d\d-\d\d$/.test(day);
    return (isDay && way < 0.97 ? day : random.pick(centuries)) + sample.slice(10);
  }

  function draw(shape: TextShape): string {
    const { random } = kit;
    const days = shape.dated ? shape.samples.filter((sample) => sample !== '') : [];
    if (days.length > 0) return anotherDay(random.pick(days));
    const { samples, words, closed, formatted, loose, balanced } = shape;
    if (samples.length === 0) return free(shape);
    const sample = random.pick(samples);
    if (balanced) return (random.chance(0.5) ? separated(shape, sample) : undefined) ?? brackets(shape);
    const recombined = random.chance(formatted ? 0.3 : 0.5) ? separated(shape, sample) : undefined;
    if (recombined !== undefined) return recombined;
    if (closed && !sample.match(/[^A-Za-z0-9]/)) return random.pick(words.length > 0 ? words : samples);
    if (closed || formatted || sample.includes(' '))
      return loose && random.chance(0.1) ? vary(shape, sample) : filled(shape, sample);
    if (shape.repeats === true && random.chance(0.6)) return sample;
    return random.chance(0.3) ? filled(shape, sample) : free(shape);
  }

  function edited(shape: TextShape, text: string): string {
    const { random } = kit;
    const list = [...text];
    const at = random.int(0, list.length - 1);
    const other = random.int(0, list.length - 1);
    const one = list[at] ?? '';
    const ways = [
      () => (list.length > shape.min ? list.toSpliced(at, 1) : list),
      () => list.toSpliced(other, 0, one),
      () => list.with(at, list[other] ?? '').with(other, one),
      () => list.with(at, random.pick(shape.alphabet)),
      () => list.with(at, like(shape, one)),
      () => [...list, random.pick(shape.alphabet)],
      () => list.toReversed(),
      () => [...list, ...list.slice(at)],
      () => list.slice(at),
    ];
    const changed = random.pick(ways)();
    return changed.length < shape.min ? text : changed.join('');
  }

  function swappedPieces(text: string): string {
    const pieces = text.split(' ');
    if (pieces.length < 2) return text;
    const [at, other] = [kit.random.int(0, pieces.length - 1), kit.random.int(0, pieces.length - 1)];
    const way = kit.random.next();
    if (way < 0.3) return pieces.toSpliced(at, 1).join(' ');
    if (way < 0.6) return [...pieces, pieces[at] ?? ''].join(' ');
    return pieces
      .with(at, pieces[other] ?? '')
      .with(other, pieces[at] ?? '')
      .join(' ');
  }

  function vary(shape: TextShape, value: unknown): string {
    const { random } = kit;
    if (typeof value === 'string' && value !== '' && shape.dated) return anotherDay(value);
    if (typeof value !== 'string' || value === '' || shape.balanced || shape.alphabet.length === 0) return draw(shape);
    if (shape.listed && random.chance(0.2)) return swappedPieces(value);
    const count = value.match(runs)?.length ?? 0;
    const keepsForm = shape.closed || (shape.formatted && !(shape.loose && random.chance(0.3)));
    if (count > 0 && (keepsForm || random.chance(0.3))) return filled(shape, value, random.int(0, count - 1));
    return keepsForm ? draw(shape) : edited(shape, value);
  }

  return { draw, vary };
}
