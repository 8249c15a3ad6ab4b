import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { addProblem, extract, fenced, programOf, whole } from './own-problem.ts';

const tags = ['ts', 'typescript', 'TS', 'js', 'javascript', 'mjs', 'node', '', 'ts title="add.ts"', 'tsx'];
const around = fc.constantFrom(
  '',
  'Here is the solution:\n\n',
  'Sure! I use `+` for it.\n',
  '<think>\nadd them? `x`\n</think>\n',
);

describe('a program in fences', () => {
  property.prop([fc.constantFrom(...tags), fc.constantFrom('```', '~~~', '````'), around, fc.boolean()])(
    'comes back as it was, whatever stands around it',
    (tag, fence, before, hasMore) => {
      const reply = `${before}${fenced(whole, tag, fence)}${hasMore ? '\n\nIt takes O(1) time.' : ''}`;
      expect(programOf(reply)).toBe(whole);
    },
  );

  property.prop([fc.boolean(), fc.boolean()])('comes back from other line ends and with a BOM', (hasBom, isCrLf) => {
    const reply = `${hasBom ? '\uFEFF' : ''}${fenced(whole)}`;
    expect(programOf(isCrLf ? reply.replaceAll('\n', '\r\n') : reply)).toBe(whole);
  });

  test('is found in a list, and without its closing fence', () => {
    const indented = `1. Add:\n\n   ${fenced(whole).replaceAll('\n', '\n   ')}`;
    expect(programOf(indented)).toBe(whole);
    expect(programOf(`\`\`\`ts\n${whole}`)).toBe(whole);
  });

  test('is the last that defines the entry point', () => {
    const wrong = whole.replace('a + b', 'a - b');
    expect(programOf(`${fenced(wrong)}\nNo, that subtracts. Corrected:\n${fenced(whole)}`)).toBe(whole);
  });

  test('is no example of its use, no command, no output and no test', () => {
    const others = [
      fenced('console.log(add(1, 2));', 'js'),
      fenced('npm install add', 'bash'),
      fenced('{"a": 1}', 'json'),
      fenced('3', ''),
      fenced("const { add } = require('./add');\nconsole.log(add(1, 2));", 'js'),
      fenced("import { test } from 'vitest';\nimport { add } from './solution';\ntest('adds', () => {});"),
    ];
    expect(programOf([fenced(whole), ...others].join('\n\n'))).toBe(whole);
  });

  test('is joined with the blocks before that it needs', () => {
    const helper = 'function plus(x: number, y: number) { return x + y; }';
    const main = 'function add(a: number, b: number) { return plus(a, b); }';
    const reply = `First a helper:\n${fenced(helper)}\nThen:\n${fenced(main)}\nand\n${fenced('const unrelated = 1;')}`;
    expect(extract(reply)).toEqual({
      ok: true,
      form: 'program',
      code: `${helper}\n\n${main}\n`,
      notes: ['joined 2 blocks'],
    });
  });

  test('is joined from blocks that make one only together', () => {
    const reply = `${fenced('function add(a, b) {')}\n${fenced('  return a + b;\n}')}`;
    expect(programOf(reply)).toBe('function add(a, b) {\n  return a + b;\n}\n');
  });

  test('may be only the body, or repeat the signature without the comment', () => {
    const continued = `${addProblem.prompt}  return a + b;\n}\n`;
    expect(programOf(fenced('  return a + b;\n}'))).toBe(continued);
    expect(programOf(fenced('return a + b;'))).toBe(`${addProblem.prompt}return a + b;\n}\n`);
    expect(extract(fenced(whole))).toMatchObject({ form: 'program' });
  });

  test('that does not parse is for the judge to name, and an example beside it is not taken for one', () => {
    const broken = 'function add(a, b) { return a +; }';
    const found = extract(`${fenced(broken)}\n${fenced('console.log(add(1, 2));')}`);
    expect(found).toMatchObject({ ok: true, code: broken, notes: ['it does not parse'] });
  });

  test('is not confused by what looks like fences or functions inside texts', () => {
    const comment = '  /* Use it so:\n```js\nfunction add() {}\n```\n  */';
    const code = `function add(a, b) {\n${comment}\n  return a + b + 0;\n}\n`;
    expect(programOf(fenced(code, 'js', '````'))).toBe(code);
    expect(programOf(fenced(code, 'js'))).toBe(code);
  });

  test('is read through special spaces, HTML escapes and typographic quotes where it does not parse as it is', () => {
    expect(programOf(fenced('function add(a, b) {\n\u00A0\u00A0return\u200B a + b;\n}'))).toContain('return a + b;');
    expect(extract(fenced('const add = (a, b) =&gt; { if (a &lt; b) return a + b; return b + a; };'))).toMatchObject({
      code: 'const add = (a, b) => { if (a < b) return a + b; return b + a; };\n',
      notes: ['undid HTML escapes'],
    });
    expect(programOf(fenced('const add = (a, b) => Number(“0”) + a + b;'))).toContain('Number("0")');
  });
});
