import { proofDigest } from '../../../src/core/id.ts';
import { describe, expect, test } from 'vitest';
import { drawOf } from '../../../src/core/draw.ts';
import { executionSeed } from '../../../src/verify/judge.ts';
import { lineageRow, rejectedRow, taskRow, verificationRow, type Rejection } from '../../../src/pipeline/rows.ts';
import { versions } from '../../../src/pipeline/versions.ts';
import { configOf, exampleTaskRow, originOf, sampleOf, seedOf, taskOf } from '../support/examples.ts';

describe('taskRow', () => {
  test('has the field names of the files', () => {
    expect(taskRow(taskOf())).toEqual(exampleTaskRow);
  });
});

describe('lineageRow', () => {
  const config = configOf({ generate: { temperature: 0.5, max_tokens: 9 } });
  const origins = [
    originOf({ model: 'first', prompt: { name: 'p', hash: '1' } }),
    originOf({ model: 'last', temperature: 0.5, prompt: { name: 'q', hash: '2' } }),
  ];

  const drawn = (id = 's/a') => ({ draw: drawOf(seedOf({ id })), ancestors: [] });

  test('names the seed, every prompt, and the model of the last step', () => {
    expect(lineageRow(config, drawn('s/a'), origins)).toEqual({
      seed: 's/a',
      operators: [],
      prompts: { p: '1', q: '2' },
      model: 'last',
      parameters: { temperature: 0.5, max_tokens: 9 },
      recorded: 'model',
    });
  });

  test('names the model that was asked for where nothing answered', () => {
    expect(lineageRow(config, drawn(), [])).toMatchObject({ model: 'm', prompts: {} });
  });

  test('says that the replies of the offline model were authored', () => {
    const offline = configOf({ endpoint: { kind: 'offline', model: 'm' } });
    expect(lineageRow(offline, drawn(), []).recorded).toBe('authored');
  });
});

describe('verificationRow', () => {
  test('holds all that judging again needs: texts, limits, seeds, versions and packages', () => {
    const config = configOf({ verify: { repeat: 3, timeout_ms: 10, memory_mb: 32 } });
    const candidate = { solution: 's', suite: 't', seed: 4 };
    const { sha256, ...row } = verificationRow({ config, packages: ['lodash@4.18.1'] }, candidate);
    expect(sha256).toBe(proofDigest(row));
    expect(row).toEqual({
      solution: 's',
      tests: 't',
      language: 'ts',
      limits: { cpu_ms: 10, memory_mb: 32, output_kb: 256 },
      seeds: [0, 1, 2].map((round) => executionSeed(candidate, round)),
      seed: 4,
      types: 'strict',
      isolation: 'separate-isolates',
      versions,
      packages: ['lodash@4.18.1'],
    });
  });

  test('names the versions that a verdict depends on', () => {
    expect(Object.keys(versions)).toEqual([
      'winnow',
      'node',
      'isolated-vm',
      'typescript',
      'fast-check',
      '@vitest/expect',
    ]);
    expect(Object.values(versions).every((version) => /^\d+\.\d+\.\d+/u.test(version))).toBe(true);
  });
});

describe('rejectedRow', () => {
  const rejection: Rejection = {
    stage: 'decide',
    reason: {
      kind: 'failed',
      verdict: { kind: 'stopped', side: 'solution', limit: 'cpu' },
    },
    task: exampleTaskRow,
    solution: 'code',
    lineage: sampleOf().lineage,
  };

  test('says why at the top level of the reason', () => {
    expect(rejectedRow(rejection, 0)).toEqual({
      id: expect.stringMatching(/^rej_[0-9a-f]{16}$/u) as string,
      stage: 'decide',
      reason: { kind: 'stopped', side: 'solution', limit: 'cpu' },
      task: exampleTaskRow,
      solution: 'code',
      lineage: sampleOf().lineage,
    });
  });

  test('has one id for one rejection, and others for another sample, stage, reason or seed', () => {
    const ids = [
      rejectedRow(rejection, 0),
      rejectedRow(rejection, 1),
      rejectedRow({ ...rejection, stage: 'solve' }, 0),
      rejectedRow({ ...rejection, reason: { kind: 'no-suite' } }, 0),
      rejectedRow({ ...rejection, lineage: { ...rejection.lineage, seed: 's/b' } }, 0),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rejectedRow({ ...rejection }, 0).id).toBe(ids[0]);
  });
});
