import type { Key } from '../key.ts';

type Step = string | null;

const CHUNKS: readonly Step[] = ['', 'a', '\r', '\n', 'b\r', '\nc', '\r\n', '\n\r', 'a\nb', null];

/** The lines known for certain of a text that may go on: all that a following letter would complete. */
function known(text: string): string[] {
  return `${text}.`.replace(/\r\n?/g, '\n').split('\n').slice(0, -1);
}

/** What each step returns (null is `end`): the difference between the lines known before and after it. */
function oracle(steps: readonly Step[]): string[][] {
  let text = '';
  return steps.map((step) => {
    const before = known(text);
    if (step === null) {
      const rest = /[^\r\n]*$/.exec(text)?.[0] ?? '';
      text = '';
      return rest === '' ? [] : [rest];
    }
    text += step;
    return known(text).slice(before.length);
  });
}

export const key: Key<[readonly Step[]]> = {
  seed: 'parsing/chunked-lines',
  *cases() {
    yield [[]];
    for (const first of CHUNKS) {
      for (const second of CHUNKS) {
        yield [[first, second]];
        for (const third of CHUNKS) yield [[first, second, third, null]];
      }
    }
    yield [['one\r\ntwo\rthr', 'ee\n', '\n', '😀\ud83d', '\ude00\r', '', '\n', null, '\n', null]];
  },
  oracle,
  // A second instance that gets other text in between shows state that instances share.
  run: (module, [steps]) => {
    const lines = new module['LineAssembler']();
    const other = new module['LineAssembler']();
    return steps.map((step) => {
      other.push('zz\r');
      return step === null ? lines.end() : lines.push(step);
    });
  },
  reference: `
export class LineAssembler {
  #rest = '';
  #skipLineFeed = false;

  push(chunk: string): string[] {
    const lines: string[] = [];
    for (const unit of chunk.split('')) {
      const skip = unit === '\\n' && this.#skipLineFeed;
      this.#skipLineFeed = unit === '\\r';
      if (skip) continue;
      if (unit === '\\n' || unit === '\\r') {
        lines.push(this.#rest);
        this.#rest = '';
      } else {
        this.#rest += unit;
      }
    }
    return lines;
  }

  end(): string[] {
    const lines = this.#rest === '' ? [] : [this.#rest];
    this.#rest = '';
    this.#skipLineFeed = false;
    return lines;
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'splits rest plus chunk; a flag for a carriage return at the end' },
    'solve-1': { truth: 'right', note: 'walks over character codes, slices the pieces' },
    'solve-2': { truth: 'right', note: 'solve-0 with other names' },
    'solve-3': { truth: 'wrong', defect: 'boundary', note: 'a \\r\\n cut in two makes an empty line' },
    'solve-4': { truth: 'wrong', defect: 'state', note: 'keeps its state in the module, shared by all instances' },
    'roundtrip-0': { truth: 'right', note: 'matches runs and terminators' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'any cuts against the whole text, reuse, two instances' },
    'tests-1': { truth: 'right', letsThrough: ['solve-4'], note: 'never has two instances at once' },
  },
};
