import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tempFolder, startWinnow, winnowDone, type TempFolder } from '../helpers.ts';
import { descendantsOf, isAlive } from '../processes.ts';
import { watchWinnow } from '../watched.ts';
import { readRows, slowRows, writeRows } from './rows.ts';

const count = 100;
const rows = slowRows(count);
let folder: TempFolder;
let input: string;

beforeAll(() => {
  folder = tempFolder();
  input = writeRows(folder.file('rows.jsonl'), rows);
});

afterAll(() => folder[Symbol.dispose]());

function checkTo(name: string): string[] {
  return ['check', '--input', input, '--output', folder.file(name)];
}

/** Every row is there, in order, with the verdict that it must have. */
function expectWhole(name: string): void {
  const judged = readRows(readFileSync(folder.file(name), 'utf8'));
  const kinds = rows.map((_, index) => (index % 3 === 2 ? 'refuted' : 'accepted'));
  expect(judged.map(({ id, verdict }) => [id, verdict?.kind])).toEqual(
    kinds.map((kind, index) => [`row-${index}`, kind]),
  );
}

/** How many rows a partial output is known to hold. */
function savedRows(name: string): number {
  try {
    const note = JSON.parse(readFileSync(folder.file(`${name}.partial.json`), 'utf8')) as Note;
    return note.state.position.counts.rows;
  } catch {
    return 0;
  }
}

interface Note {
  readonly state: { readonly position: { readonly counts: { readonly rows: number } } };
}

async function untilSaved(name: string): Promise<void> {
  await expect.poll(() => savedRows(name), { timeout: 15_000, interval: 20 }).toBeGreaterThan(0);
}

describe('a check that is interrupted', { timeout: 60_000 }, () => {
  test('by Ctrl-C finishes what is under way, ends with 130, and goes on to the same rows', async () => {
    await using check = watchWinnow(checkTo('interrupted'));
    await untilSaved('interrupted');
    check.kill('SIGINT');
    expect(await check.ended).toEqual({ code: 130, signal: null });
    expect(check.words()).toContain('the same command with --resume goes on from there');
    const saved = savedRows('interrupted');
    expect(saved).toBeLessThan(count);
    const { stdout } = await winnowDone([...checkTo('interrupted'), '--resume', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ rows: count, resumed_rows: saved });
    expectWhole('interrupted');
  });

  test('by Ctrl-C twice ends at once', async () => {
    await using check = watchWinnow(checkTo('twice'));
    await untilSaved('twice');
    check.kill('SIGINT');
    await check.said(/Press Ctrl-C again/u);
    check.kill('SIGINT');
    expect(await check.ended).toEqual({ code: 130, signal: null });
    expect(existsSync(folder.file('twice'))).toBe(false);
  });

  test('by SIGKILL leaves no process behind, and goes on to the same rows', async () => {
    const check = startWinnow(checkTo('killed'));
    await untilSaved('killed');
    const children = descendantsOf(check.pid);
    check.kill('SIGKILL');
    expect((await check.finished).signal).toBe('SIGKILL');
    expect(children.length).toBeGreaterThan(0);
    await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);
    const { stdout } = await winnowDone([...checkTo('killed'), '--resume', '--json']);
    expect((JSON.parse(stdout) as { resumed_rows: number }).resumed_rows).toBeGreaterThan(0);
    expectWhole('killed');
  });
});

test('a check whose processes are killed again and again judges every row all the same', async () => {
  const check = startWinnow([...checkTo('survived'), '--json']);
  for (let kills = 0; kills < 5; kills += 1) {
    const before = savedRows('survived');
    await expect
      .poll(() => savedRows('survived') > before || existsSync(folder.file('survived')), {
        timeout: 15_000,
        interval: 20,
      })
      .toBe(true);
    for (const { pid } of descendantsOf(check.pid)) process.kill(pid, 'SIGKILL');
  }
  const { code, stdout } = await check.finished;
  expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, rows: count, faults: {} });
  expectWhole('survived');
}, 60_000);
