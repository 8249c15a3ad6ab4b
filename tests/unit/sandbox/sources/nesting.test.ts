import { expect, test } from 'vitest';
import { prepare } from '../../../../sandbox/host/sources/prepare.ts';
import { job, prepared, refused } from './jobs.ts';

const wrap = (open: string, inner: string, close: string) => (depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);

const nested: readonly (readonly [string, (depth: number) => string])[] = [
  ['parentheses', wrap('(', '1', ')')],
  ['arrays', wrap('[', '', ']')],
  ['objects', (depth) => `(${wrap('{a:', '1', '}')(depth)})`],
  ['arrow functions', wrap('()=>', '1', '')],
  ['functions', wrap('function f(){', '', '}')],
  ['classes', wrap('(class { m(){ return ', '1', '}})')],
  ['templates', wrap('`${', '1', '}`')],
  ['calls', wrap('f(', '', ')')],
  ['defaults', wrap('(function(a=', '1', '){})')],
  ['blocks', wrap('{', '', '}')],
  ['conditions', wrap('if(a){}else ', '{}', '')],
  ['loops', wrap('for(;;)', ';', '')],
  ['choices', wrap('a?b:', 'c', '')],
  ['negations', wrap('!', '1', '')],
  ['patterns', (depth) => `let ${wrap('{a:', 'a', '}')(depth)}=1`],
  ['sums', wrap('1+', '1', '')],
];

test.each(nested)('%s can be nested, but not too deeply', (_, text) => {
  expect(prepared({ solution: text(100), language: 'js' }).solution.format).toBe('commonjs');
  for (const depth of [4000, 10_000]) {
    expect(refused({ solution: text(depth), language: 'js' }).message).toBe(
      'solution:1: The code is nested too deeply',
    );
  }
});

test('what is long but not deep may be as long as it likes', () => {
  const chain = `const a = b${'.c(1)'.repeat(40_000)};`;
  expect([...prepared({ solution: chain, language: 'js' }).solution.freeNames]).toEqual(['b']);
  const list = `const a = [${'[1],'.repeat(40_000)}];`;
  expect(prepared({ solution: list, language: 'js' }).solution.declares).toEqual(['a']);
});

test('the limit does not depend on how much stack is left', () => {
  const parentheses = wrap('(', '1', ')');
  const from = (frames: number): boolean => {
    if (frames > 0) return from(frames - 1);
    return prepare(job({ solution: parentheses(400), language: 'js' })).kind === 'malformed';
  };
  expect([from(0), from(1000), prepare(job({ solution: parentheses(250), language: 'js' })).kind]).toEqual([
    true,
    true,
    'prepared',
  ]);
});
