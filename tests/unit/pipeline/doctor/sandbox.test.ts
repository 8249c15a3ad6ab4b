import { expect, test } from 'vitest';
import { attacks } from '../../../../src/pipeline/doctor/attacks.ts';
import { attackLine, checkSandbox } from '../../../../src/pipeline/doctor/sandbox.ts';

test('the sandbox holds ten attacks, tells right from wrong, and says how fast it is', async () => {
  const lines = await checkSandbox(2, new AbortController().signal);
  const [attack, verdicts, speed, outer] = lines;
  expect(attacks).toHaveLength(10);
  expect(attack).toMatchObject({ state: 'ok', found: expect.stringContaining('10 of 10 held') });
  expect(verdicts).toMatchObject({ state: 'ok', found: '5 of 5 as they must be' });
  expect(speed?.found).toMatch(/^[1-9]\d* small candidates a second$/u);
  expect(['ok', 'note']).toContain(outer?.state);
});

test('every attack is of a name of its own, and no program that merely fails to parse', async () => {
  expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  const { transformSync } = await import('oxc-transform');
  for (const { solution, suite } of attacks) {
    for (const text of [solution, suite]) expect(transformSync('x.ts', text).errors).toEqual([]);
  }
});

test('a sandbox that does not start is said to be that, and one that lets everything through too', async () => {
  const fault = { code: 'child-unusable', retryable: false, message: 'no add-on' };
  const broken = await attackLine({ submit: () => Promise.resolve({ ok: false, fault }) });
  expect(broken).toMatchObject({ state: 'problem', found: '10 of 10 could not be run: no add-on' });
  const tests = [{ name: 'f', outcome: 'passed' as const }];
  const report = { kind: 'ran', isolation: 'separate-isolates', tests, console: '' } as const;
  const open = await attackLine({ submit: () => Promise.resolve({ ok: true, report, durationMs: 1 }) });
  expect(open).toMatchObject({ state: 'problem', found: expect.stringContaining('an endless loop') });
});
