import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { judgeSettings } from '../../../src/pipeline/batch/settings.ts';
import { tempDir } from '../support/temp-dir.ts';
import { rejection } from '../support/thrown.ts';
import { check, rowLine, rowsOf } from './check-helpers.ts';
import { crashingAfter, type Script } from './stub-judge.ts';

const resume = true;
let input: string;
let output: string;
let partial: string;

beforeEach(() => {
  const folder = tempDir();
  input = join(folder, 'rows.jsonl');
  output = join(folder, 'verdicts.jsonl');
  partial = `${output}.partial`;
});

/** Leaves a partial output of these lines behind, as a bad line does. */
async function breakOffAfter(lines: readonly string[]): Promise<void> {
  writeFileSync(input, [...lines, 'bad'].join('\n'));
  await rejection(check(input, output));
}

/** A line of any kind that an input may have; bad ones are skipped here. */
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.stringMatching(/^[a-f0-9]{1,6}$/u), fc.constantFrom<Script>('pass', 'fail', 'fault')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'bad', '{}') },
);

describe('--resume', () => {
  test('gives the bytes of an uninterrupted check, wherever that was interrupted', async () => {
    const lines = fc.array(line, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(12), fc.nat(30), async (drawn, after, torn) => {
        const all = drawn.map((found) => (typeof found === 'string' ? found : rowLine(...found)));
        const settings = { skipsBadLines: true };
        rmSync(partial, { force: true });
        writeFileSync(input, all.join('\n'));
        await check(input, output, settings);
        const whole = readFileSync(output, 'utf8');

        writeFileSync(input, all.slice(0, after).join('\n'));
        await check(input, output, { ...settings, open: crashingAfter(after - 1) }).catch(() => {});
        if (existsSync(partial)) appendFileSync(partial, '{"id":"torn","verdict":{"kind":'.slice(0, torn));
        else rmSync(output, { force: true });
        writeFileSync(input, all.join('\n'));
        await check(input, output, { ...settings, resume });
        expect(withoutTimes(readFileSync(output, 'utf8'))).toBe(withoutTimes(whole));
      }),
      { numRuns: 60 },
    );
  });

  test('judges nothing twice', async () => {
    await breakOffAfter([rowLine('a'), rowLine('b')]);
    writeFileSync(input, [rowLine('a'), rowLine('b'), rowLine('c')].join('\n'));
    const { examined, notices, result } = await check(input, output, { resume });
    expect(examined).toEqual(['solution c']);
    expect(notices).toEqual([`going on after 2 rows of ${partial}`]);
    expect(result).toMatchObject({ counts: { rows: 3, verdicts: { accepted: 3 } }, resumedRows: 2 });
  });

  test.each([
    ['a changed row', [rowLine('a'), rowLine('changed'), rowLine('c')]],
    ['a row more before', [rowLine('new'), rowLine('a'), rowLine('b')]],
    ['a row less', [rowLine('a')]],
  ])('refuses %s', async (_what, lines) => {
    await breakOffAfter([rowLine('a'), rowLine('b')]);
    const before = readFileSync(partial, 'utf8');
    writeFileSync(input, lines.join('\n'));
    const error = await rejection(check(input, output, { resume }));
    expect(error).toMatchObject({ code: 'input-changed', exit: 2 });
    expect(error.message).toContain('leave out --resume to begin anew');
    expect(readFileSync(partial, 'utf8')).toBe(before);
  });

  test('refuses other settings, and names them', async () => {
    await breakOffAfter([rowLine('a')]);
    const settings = judgeSettings({ timeoutMs: 5, concurrency: 4 });
    const error = await rejection(check(input, output, { resume, settings }));
    expect(error).toMatchObject({ code: 'settings-changed', exit: 2 });
    expect(error.message).toContain('--timeout-ms: was 3000, is 5');
    expect(error.message).not.toContain('--memory-mb');
  });

  test('begins at the start where there is nothing', async () => {
    writeFileSync(input, rowLine('a'));
    expect((await check(input, output, { resume })).result).toMatchObject({ counts: { rows: 1 }, resumedRows: 0 });
  });

  test.each([
    ['without its note', () => rmSync(`${partial}.json`)],
    ['with a broken note', () => writeFileSync(`${partial}.json`, '{"bytes": 1, "sta')],
    ['with a note of something else', () => writeFileSync(`${partial}.json`, '{"bytes": 1, "state": {}}')],
    ['that has become too short', () => truncateSync(partial, 3)],
  ])('begins anew with a partial output %s', async (_what, spoil) => {
    await breakOffAfter([rowLine('a'), rowLine('b')]);
    spoil();
    writeFileSync(input, [rowLine('a'), rowLine('b')].join('\n'));
    const { examined, notices } = await check(input, output, { resume });
    expect(examined).toHaveLength(2);
    expect(notices).toEqual([`${partial} does not say how far it got: beginning anew`]);
    expect(rowsOf(output)).toMatchObject([{ id: 'a' }, { id: 'b' }]);
  });

  test('begins anew without the flag', async () => {
    await breakOffAfter([rowLine('a')]);
    writeFileSync(input, rowLine('b'));
    expect((await check(input, output)).examined).toEqual(['solution b']);
    expect(rowsOf(output)).toMatchObject([{ id: 'b' }]);
  });

  test('answers at once where the output is complete', async () => {
    writeFileSync(input, [rowLine('a'), rowLine('b', 'fail'), rowLine('c', 'fault')].join('\n'));
    const first = await check(input, output);
    const { result, examined } = await check(input, output, { resume });
    expect(examined).toEqual([]);
    expect(result).toEqual({ counts: first.result.counts, resumedRows: 3 });
  });

  test('says so where the input has changed since the output was complete', async () => {
    writeFileSync(input, rowLine('a'));
    await check(input, output);
    const later = new Date(Date.now() + 10_000);
    utimesSync(input, later, later);
    expect(await rejection(check(input, output, { resume }))).toMatchObject({ code: 'input-changed', exit: 2 });
  });

  test('needs a file', async () => {
    writeFileSync(input, rowLine('a'));
    expect(await rejection(check(input, '/dev/null', { resume }))).toMatchObject({ code: 'bad-usage', exit: 2 });
  });
});

function withoutTimes(rows: string): string {
  return rows.replaceAll(/"duration_ms":[\d.]+/gu, '"duration_ms":0');
}
