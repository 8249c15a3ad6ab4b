import type { Key } from '../key.ts';

interface OutlineNode {
  title: string;
  children: OutlineNode[];
}

interface Row {
  readonly indent: number;
  readonly title: string;
}

/** One line as a row; null for a line to skip; undefined for a tab in the indentation. */
function row(raw: string): Row | null | undefined {
  const units = (raw.endsWith('\r') ? raw.slice(0, -1) : raw).split('');
  if (units.every((unit) => unit === ' ' || unit === '\t')) return null;
  const indent = units.findIndex((unit) => unit !== ' ');
  if (units[indent] === '#') return null;
  if (units[indent] === '\t') return undefined;
  const end = units.findLastIndex((unit) => unit !== ' ');
  return { indent, title: units.slice(indent, end + 1).join('') };
}

/** The definition itself: every row's parent by looking back, the tree by looking for the children of each. */
function oracle(text: string): unknown {
  const read = text.split('\n').map(row);
  if (read.includes(undefined)) return { throws: 'SyntaxError' };
  const rows = read.filter((one) => one !== null && one !== undefined);
  const parents = rows.map(({ indent }, index) => {
    for (let earlier = index - 1; earlier >= 0; earlier--) if ((rows[earlier]?.indent ?? 0) < indent) return earlier;
    return -1;
  });
  const childrenOf = (parent: number): OutlineNode[] =>
    rows.flatMap(({ title }, index) => (parents[index] === parent ? [{ title, children: childrenOf(index) }] : []));
  return childrenOf(-1);
}

export const key: Key<[string]> = {
  seed: 'parsing/indented-outline',
  *cases() {
    const indents = [0, 1, 2, 3, 4, 6];
    for (const a of indents) {
      for (const b of indents) {
        for (const c of indents) {
          yield [[a, b, c].map((indent, index) => `${' '.repeat(indent)}n${index}`).join('\n')];
          for (const d of [0, 1, 3]) yield [[a, b, c, d, 3].map((indent) => `${' '.repeat(indent)}n`).join('\n')];
        }
      }
    }
    const lines = [
      '',
      '  ',
      '\t',
      ' \t ',
      'a',
      '  b  ',
      ' # c',
      '#',
      '\tx',
      '  \t#',
      'a\tb',
      'a # b\r',
      '\r',
      '    d e \r',
    ];
    for (const first of lines) {
      for (const second of lines) for (const third of lines.slice(4)) yield [[first, second, third].join('\n')];
    }
  },
  oracle,
  run: (module, [text]) => {
    try {
      return module['parseOutline'](text);
    } catch (error) {
      return { throws: (error as Error).name };
    }
  },
  reference: `
export interface OutlineNode {
  title: string;
  children: OutlineNode[];
}

export function parseOutline(text: string): OutlineNode[] {
  const roots: OutlineNode[] = [];
  const open: { indent: number; node: OutlineNode }[] = [];
  for (const raw of text.split('\\n')) {
    const line = raw.replace(/\\r$/, '');
    const indent = line.search(/[^ ]/);
    const body = line.slice(indent).replace(/ +$/, '');
    if (/^[ \\t]*$/.test(line) || body.startsWith('#')) continue;
    if (body.startsWith('\\t')) throw new SyntaxError('a tab in the indentation');
    const node: OutlineNode = { title: body, children: [] };
    const keep = open.findLastIndex((parent) => parent.indent < indent) + 1;
    open.splice(keep, open.length, { indent, node });
    const siblings = open[keep - 1]?.node.children ?? roots;
    siblings.push(node);
  }
  return roots;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a stack of possible parents' },
    'solve-1': { truth: 'right', note: 'recursive descent over prepared lines' },
    'solve-2': { truth: 'wrong', defect: 'misread', note: 'takes every two spaces for a level' },
    'solve-3': { truth: 'right', note: 'looks back for every line: quadratic' },
    'solve-4': {
      truth: 'wrong',
      defect: 'ill-typed',
      note: 'right at run time; unchecked indices, a null match, never[] children',
    },
    'roundtrip-0': { truth: 'right', note: 'filters the open lists of children by depth' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'checks the defining relation on random indentation' },
    'tests-1': { truth: 'right', letsThrough: ['solve-2'], note: 'two spaces a level throughout' },
  },
};
