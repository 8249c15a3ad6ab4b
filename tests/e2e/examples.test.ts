import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AccountingFile } from '../../src/pipeline/write-files.ts';
import type { RejectedRow, SampleRow } from '../../src/core/rows.ts';
import { listRecordings, readRecording } from '../../src/llm/recordings.ts';
import { extractCode } from '../../src/replies/index.ts';
import { root, tempFolder, winnowDone } from './helpers.ts';
import { readRows } from './run-files.ts';

interface Truth {
  /** By the path of the reply. */
  readonly solutions: Readonly<Record<string, 'right' | 'wrong' | 'ill-typed' | 'no-code'>>;
  readonly evolutions?: Readonly<Record<string, 'kept' | 'eliminated' | 'malformed'>>;
  readonly eliminations?: Readonly<Record<string, string>>;
}

const folder = (name: string, ...parts: string[]): string => join(root, 'examples', name, ...parts);

function truthOf(name: string): Truth {
  return JSON.parse(readFileSync(folder(name, 'truth.json'), 'utf8')) as Truth;
}

interface Made {
  readonly samples: readonly SampleRow[];
  readonly rejected: readonly RejectedRow[];
  readonly accounting: AccountingFile;
  readonly rows: <T>(file: string) => T[];
}

async function made(name: string): Promise<Made> {
  using out = tempFolder();
  await winnowDone(['run', '--config', folder(name, 'winnow.yaml'), '--out', out.file('run')]);
  const rows = <T>(file: string): T[] => readRows<T>(out.file('run', file));
  const all = ['revisions.jsonl', 'repairs.jsonl'].map((file) => [file, rows<unknown>(file)] as const);
  return {
    samples: rows('samples.jsonl'),
    rejected: rows('rejected.jsonl'),
    accounting: JSON.parse(readFileSync(out.file('run', 'accounting.json'), 'utf8')) as AccountingFile,
    rows: (file) => (new Map(all).get(file) ?? []) as never,
  };
}

/** The solution of each recorded reply that is right, as it would be kept. */
function rightOnes(name: string): string[] {
  const truth = truthOf(name).solutions;
  return listRecordings(folder(name, 'replies')).flatMap((recording) => {
    const path = `${recording.seed}/${recording.stage}-${recording.sample}.md`;
    const reply = truth[path] === 'right' ? readRecording(folder(name, 'replies'), recording) : undefined;
    const code = reply && extractCode(reply.content, { language: 'ts' });
    return code?.ok ? [code.code] : [];
  });
}

const keyOf = ({ lineage }: Pick<SampleRow, 'lineage'>): string => [lineage.seed, ...lineage.operators].join('+');

describe('the example 03-evolve', () => {
  test('keeps what is right, of the tasks as they are and of those that were evolved', async () => {
    const name = '03-evolve';
    const { evolutions = {}, eliminations = {} } = truthOf(name);
    const run = await made(name);
    expect(run.samples.map(({ solution }) => solution).toSorted()).toEqual(rightOnes(name).toSorted());
    const kept = Object.keys(evolutions).filter((path) => evolutions[path] === 'kept');
    const evolved = run.samples.filter(({ lineage }) => lineage.operators.length > 0);
    expect([...new Set(evolved.map(keyOf))].toSorted()).toEqual(
      kept.map((path) => path.replace('/evolve-0.md', '')).toSorted(),
    );
    for (const { lineage } of evolved) {
      expect(lineage.evolved_from?.map(({ operator }) => operator)).toEqual(lineage.operators);
    }
    const ended = run.rejected.filter(({ stage }) => stage === 'evolve');
    const because = new Map(ended.map((row) => [keyOf(row), row.reason['because'] ?? row.reason.kind]));
    for (const [path, fate] of Object.entries(evolutions)) {
      const verdict = eliminations[path.replace('evolve-0', 'eliminate-0')];
      if (fate !== 'kept')
        expect([path, because.get(path.replace('/evolve-0.md', ''))]).toEqual([path, verdict ?? fate]);
    }
    expect(run.accounting.stages.evolve).toMatchObject({ in: 10, kept: 6 });
  });
});
