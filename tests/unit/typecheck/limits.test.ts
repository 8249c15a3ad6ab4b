import { describe, expect, onTestFinished, test } from 'vitest';
import type { TypeChecker } from '../../../src/core/ports.ts';
import { openTypeChecker, type TypeCheckerOptions } from '../../../src/typecheck/checker.ts';
import { home } from './helpers.ts';

/** All sublists of a long list: more types than any machine has time for. */
const endless = `type Sublists<T extends unknown[]> = T extends [infer Head, ...infer Rest]
  ? Sublists<Rest> extends infer Tail extends unknown[] ? [Head, ...Tail] | Tail : never : [];
export const a: Sublists<[${Array.from({ length: 40 }, (_, n) => n).join()}]> = [1];`;
/** A text that doubles: more memory than any machine has. */
const boundless = `type Doubled<S extends string, N extends 1[]> = N['length'] extends 60 ? S : Doubled<\`\${S}\${S}\`, [...N, 1]>;
export const a: Doubled<'0123456789abcdef', []> = 1;`;
const good = { solution: 'export const a = 1;' };
const wrong = { solution: 'export const a: string = 1;' };

function open(limits: Partial<TypeCheckerOptions>): TypeChecker {
  const checker = openTypeChecker({ home, ...limits });
  onTestFinished(() => checker.close());
  return checker;
}

describe('a candidate that overruns a limit', () => {
  test('of time is alone blamed for it', async () => {
    const checker = open({ timeoutMs: 200 });
    const together = checker.check([good, wrong, { solution: endless }, wrong, { solution: '', suite: endless }, good]);
    const later = checker.check([wrong]);
    const message = 'The type check of this candidate did not end within 0.2 s.';
    const timedOut = { ok: false, fault: { boundary: 'types', code: 'check-timed-out', retryable: false, message } };
    const found = { ok: true, value: [{ file: 'solution', line: 1, code: 2322 }] };
    const nothing = { ok: true, value: [] };
    expect(await together).toMatchObject([nothing, found, timedOut, found, timedOut, nothing]);
    expect(await later).toMatchObject([found]);
  });

  test('of memory is alone blamed for it', async () => {
    const checker = open({ memoryMb: 700 });
    const message = 'The type check of this candidate took more than 700 MB.';
    expect(await checker.check([good, { solution: boundless }, wrong])).toMatchObject([
      { ok: true, value: [] },
      { ok: false, fault: { boundary: 'types', code: 'check-too-large', retryable: false, message } },
      { ok: true, value: [{ code: 2322 }] },
    ]);
  });

  test('of length is told so, and the server is spared', async () => {
    const checker = open({});
    const solution = `export const a = ${'('.repeat(3e6)}1${')'.repeat(3e6)};`;
    const files = { 'lib/long.ts': ' '.repeat(3e5) };
    const error = (message: string): object => ({ ok: true, value: [{ line: 1, code: 1000, message }] });
    expect(await checker.check([{ solution }, wrong, { ...good, files }])).toMatchObject([
      error('The source is 6000019 characters long; at most 262144 are taken.'),
      { ok: true, value: [{ code: 2322 }] },
      error('lib/long.ts: The source is 300000 characters long; at most 262144 are taken.'),
    ]);
  });

  test('of the types themselves is told so, wherever it stands', async () => {
    const checker = open({});
    const deep = {
      solution:
        'type Deep<T> = { a: Deep<[T]> }["a"]; type Loop<T> = T extends [] ? 1 : Loop<[T]>; export const a: Loop<1> = 1;',
    };
    const [alone] = await checker.check([deep]);
    expect(alone).toMatchObject({ ok: true, value: expect.arrayContaining([expect.objectContaining({ code: 2589 })]) });
    expect(await checker.check([deep, good, deep])).toEqual([alone, { ok: true, value: [] }, alone]);
  });
});

test('texts as long and as deep as may be do no harm to others', { timeout: 30_000 }, async () => {
  const checker = open({ timeoutMs: 200 });
  const deep = ['(', '{', '()=>'].map((piece) => piece.repeat(200_000 / piece.length));
  const results = await checker.check(deep.flatMap((text) => [{ solution: `export const a = ${text}` }, wrong]));
  const others = results.filter((_, index) => index % 2 === 1);
  expect(others).toEqual(others.map(() => ({ ok: true, value: [expect.objectContaining({ code: 2322 })] })));
});
