import type { Key } from '../key.ts';

type Operation = readonly ['line', string?] | readonly ['open' | 'close', string];

interface Writer {
  readonly depth: number;
  line(text?: string): void;
  open(text: string): void;
  close(text: string): void;
  text(): string;
}

/** All sequences of up to `longest` of the given operations. */
function* sequences(operations: readonly Operation[], longest: number): Generator<Operation[]> {
  yield [];
  if (longest === 0) return;
  for (const rest of sequences(operations, longest - 1)) for (const operation of operations) yield [...rest, operation];
}

/** The writer's depth and text after each operation; `refused` where it throws. */
function traced(writer: Writer, operations: readonly Operation[]): unknown[] {
  return operations.map(([name, text]) => {
    try {
      if (text === undefined) writer.line();
      else writer[name](text);
      return [writer.depth, writer.text()];
    } catch {
      return ['refused', writer.depth, writer.text()];
    }
  });
}

export const key: Key<[string | undefined, Operation[]]> = {
  seed: 'text-formatting/code-writer',
  *cases() {
    const basic: Operation[] = [
      ['line', 'x'],
      ['open', '{'],
      ['close', '}'],
    ];
    for (const operations of sequences(basic, 5)) yield [undefined, operations];
    const texts = ['', '  ', 'a\n\n b \n', '\tx\t', '\n'];
    for (const text of texts) {
      for (const other of texts) yield ['\t ', [['open', text], ['line'], ['close', other], ['line', text]]];
    }
    for (const unit of ['', 'x', ' - ', '\n', '\u00a0', ' ', '\t\t', '    '])
      yield [
        unit,
        [
          ['open', 'a'],
          ['line', 'b'],
        ],
      ];
  },
  // Another writer stays open beside the one that is watched, before and during its life.
  run(module, [unit, operations]) {
    const Class = module['CodeWriter'] as new (unit?: string) => Writer;
    const other = new Class();
    other.open('other');
    const writer = new Class(unit);
    const start = [writer.depth, writer.text()];
    return [start, ...traced(writer, operations), other.depth, other.text()];
  },
  oracle(unit = '  ', operations) {
    if (unit === '' || unit.split('').some((character) => character !== ' ' && character !== '\t')) {
      throw new RangeError('unit');
    }
    // The whole text is told anew from the operations so far.
    const tell = (done: readonly Operation[]): [depth: number, text: string, refused: boolean] => {
      let depth = 0;
      let text = '';
      let refused = false;
      for (const [name, given = ''] of done) {
        refused = name === 'close' && depth === 0;
        if (refused) continue;
        if (name === 'close') depth -= 1;
        for (const line of given.split('\n')) {
          let end = line.length;
          while (end > 0 && line.charAt(end - 1).trim() === '') end -= 1;
          text += end === 0 ? '\n' : `${Array(depth).fill(unit).join('')}${line.slice(0, end)}\n`;
        }
        if (name === 'open') depth += 1;
      }
      return [depth, text, refused];
    };
    const after = operations.map((_, i) => {
      const [depth, text, refused] = tell(operations.slice(0, i + 1));
      return refused ? ['refused', depth, text] : [depth, text];
    });
    return [[0, ''], ...after, 1, 'other\n'];
  },
  reference: String.raw`
export class CodeWriter {
  readonly #unit: string;
  #depth = 0;
  #text = '';

  constructor(unit: string = '  ') {
    if (!/^[ \t]+$/.test(unit)) throw new RangeError('the unit must be spaces and tabs');
    this.#unit = unit;
  }

  get depth(): number {
    return this.#depth;
  }

  line(text: string = ''): void {
    for (const line of text.split('\n')) {
      const trimmed = line.trimEnd();
      if (trimmed !== '') this.#text += this.#unit.repeat(this.#depth) + trimmed;
      this.#text += '\n';
    }
  }

  open(text: string): void {
    this.line(text);
    this.#depth += 1;
  }

  close(text: string): void {
    if (this.#depth === 0) throw new Error('nothing is open');
    this.#depth -= 1;
    this.line(text);
  }

  text(): string {
    return this.#text;
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a list of finished lines' },
    'solve-1': { truth: 'right', note: 'a string as buffer, the indentation as state' },
    'solve-2': { truth: 'right', note: 'near-duplicate of solve-0' },
    'solve-3': { truth: 'wrong', defect: 'state', note: 'all writers share one depth' },
    'solve-4': { truth: 'wrong', defect: 'wrong-entry-point', note: 'the class is called Writer' },
    'roundtrip-0': { truth: 'right', note: 'indents only when the text is asked for; quadratic' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'two writers side by side, and a property with a model' },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-3'],
      note: 'closes all that it opens, and has one writer at a time',
    },
  },
};
