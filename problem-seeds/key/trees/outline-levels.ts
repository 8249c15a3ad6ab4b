import type { Key } from '../key.ts';

interface Heading {
  level: number;
  text: string;
}

interface Section {
  number: string;
  text: string;
  children: Section[];
}

function* levelLists(length: number): Generator<number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const head of levelLists(length - 1)) for (const level of [1, 2, 3, 4]) yield [...head, level];
}

const named = (levels: readonly number[]): Heading[] => levels.map((level, index) => ({ level, text: `h${index}` }));

export const key: Key<[Heading[]]> = {
  seed: 'trees/outline-levels',
  *cases() {
    for (let length = 0; length <= 5; length++) for (const levels of levelLists(length)) yield [named(levels)];
    yield [named([2, 1, 3, 2, 1])];
    yield [named(Array.from({ length: 12 }, () => 6))];
    yield [named([1, 100, 50, 75, 2, 100])];
    yield [
      [
        { level: 1, text: '' },
        { level: 2, text: '' },
        { level: 2, text: '' },
      ],
    ];
  },
  oracle: (headings) => {
    // The descendants of a heading are the run of greater levels right behind it.
    const build = (from: number, to: number, prefix: string): Section[] => {
      const sections: Section[] = [];
      for (let at = from; at < to;) {
        const heading = headings[at]!;
        const next = headings.findIndex((other, index) => index > at && other.level <= heading.level);
        const end = next === -1 || next > to ? to : next;
        const number = [prefix, sections.length + 1].filter((part) => part !== '').join('.');
        sections.push({ number, text: heading.text, children: build(at + 1, end, number) });
        at = end;
      }
      return sections;
    };
    return build(0, headings.length, '');
  },
  reference: `
export interface Heading {
  level: number;
  text: string;
}

export interface Section {
  number: string;
  text: string;
  children: Section[];
}

export function nestHeadings(headings: readonly Heading[]): Section[] {
  const top: Section[] = [];
  const placed: { level: number; section: Section }[] = [];
  for (const { level, text } of headings) {
    const parent = placed.findLast((other) => other.level < level)?.section;
    const siblings = parent === undefined ? top : parent.children;
    const position = siblings.length + 1;
    const section = { number: parent === undefined ? String(position) : parent.number + '.' + position, text, children: [] };
    siblings.push(section);
    placed.push({ level, section });
  }
  return top;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'stack of open sections' },
    'solve-1': { truth: 'right', note: 'recursive descent' },
    'solve-2': { truth: 'right', note: 'indices of parents first, then a quadratic build' },
    'solve-3': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'keeps closed sections of deeper levels, so that a later heading may fall under one of them',
    },
    'solve-4': { truth: 'right', note: 'searches backwards for each parent, quadratic' },
    'roundtrip-0': { truth: 'wrong', defect: 'misread', note: 'numbers by level, with zeros for skipped levels' },
    'roundtrip-1': {
      truth: 'wrong',
      defect: 'misread',
      note: 'a heading of a greater level before the first of the least level swallows what lies between',
    },
  },
  suites: {
    'tests-0': {
      truth: 'wrong',
      defect: 'beyond-statement',
      note: 'asks for errors on levels that the statement excludes',
    },
    'tests-1': { truth: 'right', letsThrough: [], note: 'parents by definition' },
  },
};
