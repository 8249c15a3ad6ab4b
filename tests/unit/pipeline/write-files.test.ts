import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunPorts } from '../../../src/pipeline/ports.ts';
import type { RowStreams } from '../../../src/pipeline/row-streams.ts';
import { writeRowFiles } from '../../../src/pipeline/write-files.ts';
import { readData } from '../export/support.ts';
import { configOf } from '../support/examples.ts';
import { tempDir } from '../support/temp-dir.ts';
import { runOf, sampleNo } from './export/folder.ts';

const samples = [1, 2, 3].map((index) => sampleNo(index));
const run = runOf(samples);

function streamOf(kind: string) {
  return async function* (): AsyncIterable<never> {
    yield* (run[kind] ?? []) as never[];
  };
}

const rows: RowStreams = {
  samples: streamOf('samples'),
  pairs: streamOf('pairs'),
  preferences: streamOf('preferences'),
  labels: streamOf('labels'),
  rejected: streamOf('rejected'),
  repairs: streamOf('repairs'),
  ratings: streamOf('ratings'),
  revisions: streamOf('revisions'),
};

/** Only the configuration says what is written. */
function portsOf(exported: Readonly<Record<string, unknown>>): RunPorts {
  return { config: configOf({ seed: 5, export: exported }) } as unknown as RunPorts;
}

test('a run writes the formats that its configuration names, in its container and with its splits', async () => {
  const dir = tempDir();
  const splits = { train: 0, validation: 0, test: 1 };
  const formats = ['trl', 'verl'];
  await writeRowFiles(portsOf({ formats, container: 'parquet', reasoning: true, licence: 'mit', splits }), dir, {
    streams: rows,
    topics: [],
  });
  expect(readdirSync(join(dir, 'dataset')).toSorted()).toEqual(formats);
  const trl = await readData(join(dir, 'dataset', 'trl', 'data', 'test-00000-of-00001.parquet'), 'parquet');
  expect(trl).toHaveLength(run['pairs']?.length ?? 0);
  expect(JSON.stringify(trl)).toContain('<think>');
  const card = readFileSync(join(dir, 'dataset', 'verl', 'README.md'), 'utf8');
  expect(card).toContain('license: mit');
  expect(card).toContain('Made with seed 5 and node 24.0.0.');
});

test('a run without a word about it writes chats as JSON lines', async () => {
  const dir = tempDir();
  await writeRowFiles(portsOf({}), dir, { streams: rows, topics: [] });
  expect(readdirSync(join(dir, 'dataset'))).toEqual(['openai']);
  expect(readdirSync(join(dir, 'dataset', 'openai', 'data')).every((name) => name.endsWith('.jsonl'))).toBe(true);
  expect(readFileSync(join(dir, 'dataset', 'openai', 'README.md'), 'utf8')).not.toContain('## Yields');
});
