import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadMeasuring } from '../../../../src/config/load.ts';
import type { NightRow } from '../../../../src/core/night.ts';
import {
  addNight,
  nightlyFolder,
  readCurrent,
  readNights,
  writeCurrent,
  clearCurrent,
} from '../../../../src/pipeline/nightly/folder.ts';
import { gatesOf } from '../../../../src/pipeline/nightly/gates.ts';
import { growDataset } from '../../../../src/pipeline/nightly/grow-dataset.ts';
import { openNightLog } from '../../../../src/pipeline/nightly/log.ts';
import { prometheusText } from '../../../../src/pipeline/nightly/metrics.ts';
import { nextNight, nightConfig } from '../../../../src/pipeline/nightly/plan-night.ts';
import { tellCommand, tellWebhook, type Told } from '../../../../src/pipeline/nightly/tell.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { nightRow } from './nights.ts';

const config = loadMeasuring(undefined, { model: 'm' });
const failed = (night: NightRow, earlier: readonly NightRow[]): string[] =>
  gatesOf(config.nightly.gates, night, earlier).flatMap(({ gate, passed }) => (passed ? [] : [gate]));

describe('gates', () => {
  const usual = [nightRow(), nightRow(), nightRow()];

  test('let a night as usual through, and the first one', () => {
    expect(failed(nightRow(), usual)).toEqual([]);
    expect(failed(nightRow(), [])).toEqual([]);
  });

  test.each<[Partial<NightRow>, string]>([
    [{ kept: 0 }, 'min_kept'],
    [{ pass_rate: 0.01 }, 'min_pass_rate'],
    [{ yield: 0.3 }, 'yield_drop'],
    [{ pass_rate: 0.2 }, 'pass_rate_drop'],
    [{ diversity: 0.5 }, 'diversity_drop'],
    [{ cost_per_kept_usd: 0.04 }, 'cost_rise'],
    [{ latency_ms: 6000 }, 'latency_rise'],
  ])('hold %j', (more, gate) => {
    expect(failed(nightRow(more), usual)).toContain(gate);
  });

  test('go by the median of the last seven nights that kept something', () => {
    const old = Array.from({ length: 9 }, () => nightRow({ yield: 9 }));
    const late = Array.from({ length: 7 }, () => nightRow({ yield: 1 }));
    expect(failed(nightRow({ yield: 0.9 }), [...old, ...late])).toEqual([]);
    expect(failed(nightRow({ yield: 0.9 }), [...old, ...late.map((night) => ({ ...night, kept: 1 }))])).toContain(
      'yield_drop',
    );
  });
});

describe('a night that begins', () => {
  const now = new Date(2026, 10, 23, 22, 0);

  test('has the date as its name, and a number where there is one of it', () => {
    expect(nextNight(now, []).night).toBe('2026-11-23');
    expect(nextNight(now, [nightRow(), nightRow({ night: '2026-11-23-2' })]).night).toBe('2026-11-23-3');
  });

  test('goes on in the take in which the last one ended', () => {
    expect(nextNight(now, [nightRow({ take: 1 }), nightRow({ night: 'x', take: 4 })]).first_take).toBe(4);
  });

  test('needs an end', () => {
    const open = nextNight(now, []);
    const plan = { seeds: 10, seen: '/seen', hasDeadline: false };
    expect(() => nightConfig(config, open, plan)).toThrow(/A night needs an end/u);
    expect(() => nightConfig(config, open, { ...plan, hasDeadline: true })).not.toThrow();
    for (const budget of [
      { usd: 1, tokens: null },
      { usd: null, tokens: 5 },
    ]) {
      expect(() => nightConfig({ ...config, budget }, open, plan)).not.toThrow();
    }
  });

  test('draws nothing twice, remembers what all nights kept, and lays out no more draws than it must', () => {
    const made = nightConfig(
      { ...config, target: 5 },
      { ...nextNight(now, []), first_take: 3 },
      { seeds: 400, seen: '/seen', hasDeadline: false },
    );
    expect([made.seeds.once, made.seeds.first_take, made.seeds.takes, made.curate.seen]).toEqual([
      'store',
      3,
      50,
      '/seen',
    ]);
  });
});

describe('the folder of all nights', () => {
  test('knows the night under way until it has ended', async () => {
    const folder = nightlyFolder(tempDir());
    expect(readCurrent(folder)).toBeUndefined();
    const night = nextNight(new Date(), []);
    await writeCurrent(folder, night);
    expect(readCurrent(folder)).toEqual(night);
    clearCurrent(folder);
    expect(readCurrent(folder)).toBeUndefined();
  });

  test('has each night once, whatever was repeated', async () => {
    const folder = nightlyFolder(tempDir());
    await addNight(folder, nightRow({ kept: 1 }));
    await addNight(folder, nightRow({ night: '2026-11-24' }));
    await addNight(folder, nightRow({ kept: 2 }));
    expect(readNights(folder).map(({ night, kept }) => [night, kept])).toEqual([
      ['2026-11-24', 100],
      ['2026-11-23', 2],
    ]);
  });

  test('says which line is none of its own', () => {
    const folder = nightlyFolder(tempDir());
    writeFileSync(folder.nights, `${JSON.stringify(nightRow())}\n{"night":3}\n`);
    expect(() => readNights(folder)).toThrow(/nights\.jsonl:2: /u);
    writeFileSync(folder.current, '{');
    expect(() => readCurrent(folder)).toThrow(/current\.json/u);
  });
});

describe('the dataset of all nights', () => {
  test('grows by a file and a version a night, and a night is in it once', async () => {
    const dir = tempDir();
    const samples = join(dir, 'samples.jsonl');
    const dataset = join(dir, 'dataset');
    writeFileSync(samples, '{"id":"a"}\n{"id":"b"}\n');
    const first = await growDataset(dataset, 'one', samples);
    expect(await growDataset(dataset, 'one', samples)).toEqual(first);
    writeFileSync(samples, '');
    const empty = await growDataset(dataset, 'two', samples);
    writeFileSync(samples, '{"id":"c"}\n');
    const third = await growDataset(dataset, 'three', samples);
    expect([first, empty, third].map(({ version, rows, files }) => [version, rows, files.length])).toEqual([
      [1, 2, 1],
      [2, 2, 1],
      [3, 3, 2],
    ]);
    expect(readFileSync(join(dataset, 'samples', 'three.jsonl'), 'utf8')).toBe('{"id":"c"}\n');
    expect(JSON.parse(readFileSync(join(dataset, 'versions', '1.json'), 'utf8'))).toEqual(first);
  });

  test('is not begun anew where its manifest is damaged', async () => {
    const dir = tempDir();
    const samples = join(dir, 'samples.jsonl');
    writeFileSync(samples, '');
    writeFileSync(join(dir, 'manifest.json'), '{');
    await expect(growDataset(dir, 'one', samples)).rejects.toThrow(/Restore it from/u);
  });
});

describe('who is told', () => {
  const told: Told = {
    night: nightRow({ gates: [{ gate: 'min_kept', passed: false, value: 0, limit: 1, why: 'none' }] }),
    markdown: 'text',
    report: '/r',
    dataset: '/d',
  };

  async function hook(statuses: readonly number[]): Promise<{ url: string; bodies: unknown[] } & AsyncDisposable> {
    const bodies: unknown[] = [];
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        bodies.push(JSON.parse(text));
        response.writeHead(statuses[bodies.length - 1] ?? 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-path`;
    return {
      url,
      bodies,
      [Symbol.asyncDispose]: async () => void (await new Promise((resolve) => server.close(resolve))),
    };
  }

  test('hears of the night and what failed, again where the other side was busy', async () => {
    await using server = await hook([503, 429]);
    expect(await tellWebhook(server.url, told, 1)).toBeUndefined();
    expect(server.bodies).toHaveLength(3);
    expect(server.bodies[2]).toMatchObject({
      text: 'text',
      night: { night: '2026-11-23' },
      failed: [{ gate: 'min_kept' }],
    });
  });

  test('refusing is said, without the address, which may be secret', async () => {
    await using server = await hook([404]);
    const notice = await tellWebhook(server.url, told, 1);
    expect(notice).toContain('it answered 404');
    expect(notice).not.toContain('secret-path');
    expect(server.bodies).toHaveLength(1);
  });

  test('not being there is said', async () => {
    const server = await hook([]);
    await server[Symbol.asyncDispose]();
    expect(await tellWebhook(server.url, told, 1)).toMatch(/was not told of the night/u);
  });

  test('may be a program, whose failing is said', async () => {
    const file = join(tempDir(), 'told');
    expect(
      await tellCommand(
        ['sh', '-c', `echo "$WINNOW_NIGHT $WINNOW_STATE $WINNOW_KEPT $WINNOW_DATASET" > ${file}`],
        told,
      ),
    ).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('2026-11-23 gate-failed 100 /d\n');
    expect(await tellCommand(['sh', '-c', 'exit 3'], told)).toBe('The command sh failed: it ended with 3.');
    expect(await tellCommand(['no-such-program-here'], told)).toContain('ENOENT');
    expect(await tellCommand([], told)).toBeUndefined();
  });
});

test('metrics have a type and a number each', () => {
  const lines = prometheusText(nightRow()).trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^(?:# (?:HELP|TYPE) winnow_\w+ .+|winnow_\w+ -?\d+(?:\.\d+)?)$/u);
  expect(lines).toContain('winnow_night_kept_rows 100');
});

test('the log has a line of JSON for each event, and no secret', () => {
  const path = join(tempDir(), 'deep', 'log.ndjson');
  const secret = 'sk-"planted"-secret';
  const log = openNightLog(path, '2026-11-23', [secret, '']);
  log.onEvent({ kind: 'run-started', seeds: 3, target: 5, dir: '/x' });
  log.onEvent({ kind: 'endpoint-rests', endpoint: 'e', why: `it said ${secret}` });
  log.note(`the key ${secret} is wrong`);
  log[Symbol.dispose]();
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ night, event }) => [night, event])).toEqual([
    ['2026-11-23', 'run-started'],
    ['2026-11-23', 'endpoint-rests'],
    ['2026-11-23', undefined],
  ]);
  expect(JSON.stringify(lines)).not.toContain('planted');
});
