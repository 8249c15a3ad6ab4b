import { describe, expect, test } from 'vitest';
import { unbalanced, type StageTable } from '../../../../src/core/accounting.ts';
import { failed } from '../../../../src/core/fault.ts';
import type { RejectedRow, RepairRow, SampleRow } from '../../../../src/core/rows.ts';
import type { ItemKind } from '../../../../src/core/store.ts';
import { Admission } from '../../../../src/pipeline/admission/admission.ts';
import { runLane } from '../../../../src/pipeline/lane/lane.ts';
import { passingFault } from '../../support/examples.ts';
import { draw, scriptedLane, suiteOf, type Script, type ScriptedLane } from './scripted-lane.ts';

const weak = suiteOf('right other', 0.65);
const strong = suiteOf('right other', 1);
const solutions = ['right', 'other', 'wrong'];

interface Worked extends ScriptedLane {
  readonly samples: readonly SampleRow[];
  readonly repairs: readonly RepairRow[];
  readonly rejected: readonly RejectedRow[];
  readonly stages: StageTable;
  /** Samples of the suites that were asked for. */
  readonly asked: readonly number[];
}

async function worked(script: Script, repairs: number, profile?: string): Promise<Worked> {
  const lane = await scriptedLane(script, repairs, profile);
  const { ports, llm } = lane;
  const summary = await runLane(ports, draw);
  using admission = new Admission({ nearDuplicate: 1, target: null });
  const rows = async (kind: ItemKind) => await ports.store.items(ports.run, { kind: 'lane', key: draw.key }, kind);
  const samples = (await rows('accepted')) as SampleRow[];
  admission.admit([{ draw, summary, samples }]);
  return {
    ...lane,
    samples,
    repairs: ((await rows('repair')) as RepairRow[]).filter(({ origin }) => origin === 'suite-repair'),
    rejected: (await rows('rejected')) as RejectedRow[],
    stages: admission.tally.table(),
    asked: llm.calls.flatMap(({ label }) => (label.stage === 'tests' ? [label.sample] : [])),
  };
}

describe('suites whose mutants survive', () => {
  test('are left alone unless the configuration says otherwise', async () => {
    const { samples, repairs, asked } = await worked({ solutions, suites: [weak] }, 0);
    expect(asked).toEqual([0]);
    expect(repairs).toEqual([]);
    expect(samples.map(({ tests }) => tests)).toEqual([weak, weak]);
  });

  test('are handed back, and what kills more becomes the suite of all rows', async () => {
    const { samples, repairs, llm, stages, asked } = await worked({ solutions, suites: [weak, strong] }, 1);
    expect(asked).toEqual([0, 1]);
    expect(llm.calls.at(-1)?.messages[1]?.content).toContain(weak);
    expect(samples.map(({ tests, evidence: { mutation } }) => [tests, mutation])).toEqual(
      Array.from({ length: 2 }, () => [strong, expect.objectContaining({ score: 1 }) as object]),
    );
    expect(Object.keys(samples[0]?.lineage.prompts ?? {}).toSorted()).toEqual([
      'repair-suite',
      'write-solution',
      'write-suite-blind',
      'write-task',
    ]);
    expect(repairs).toMatchObject([
      {
        before: weak,
        after: strong,
        evidence: { kind: 'mutants-survive', score_before: 0.65, score_after: 1, survived: [{ line: 1 }] },
        sample: samples[0]?.id,
      },
    ]);
    expect(unbalanced(stages)).toEqual([]);
    expect(stages).toMatchObject({ tests: { in: 2, kept: 2 }, judge: { in: 6 }, support: { in: 2, kept: 2 } });
  });

  test('are handed back step by step until so few survive that it is enough', async () => {
    const [better, enough] = [suiteOf('right other', 0.7), suiteOf('right other', 0.9)];
    const { repairs, asked, stages } = await worked({ solutions, suites: [weak, better, enough] }, 9);
    expect(asked).toEqual([0, 1, 2]);
    expect(repairs.map(({ before, after }) => [before, after])).toEqual([
      [weak, better],
      [better, enough],
    ]);
    expect(unbalanced(stages)).toEqual([]);
  });

  test('save what only its mutants keep out', async () => {
    const tooWeak = suiteOf('right other', 0.1);
    const alone = await worked({ solutions, suites: [tooWeak] }, 0);
    expect(alone.samples).toEqual([]);
    const { samples, repairs } = await worked({ solutions, suites: [tooWeak, strong] }, 1);
    expect(samples).toHaveLength(2);
    expect(repairs).toMatchObject([{ evidence: { score_before: 0.1, score_after: 1 }, sample: samples[0]?.id }]);
  });

  test('find out what is wrong, where the better suite refutes it', async () => {
    const lenient = suiteOf('right other wrong', 0.65);
    const { samples, rejected } = await worked({ solutions, suites: [lenient, strong] }, 1);
    expect(samples).toHaveLength(2);
    expect(rejected).toMatchObject([{ stage: 'decide', reason: { kind: 'refuted' }, tests: strong }]);
  });
});

describe('a repair that is none', () => {
  test.each([
    ['refutes every solution', suiteOf('nobody', 1), { stage: 'support', reason: { kind: 'unsupported' } }],
    [
      'accepts what the suite refuted, and nothing else',
      suiteOf('wrong', 1),
      { stage: 'support', reason: { kind: 'unsupported' } },
    ],
    [
      'kills no more',
      suiteOf('right', 0.65),
      { stage: 'support', reason: { because: 'mutants-survive', score: 0.65 } },
    ],
    ['is the suite that was handed back', weak, { stage: 'tests', reason: { kind: 'malformed' } }],
    ['is no suite', 'I cannot.', { stage: 'tests', reason: { kind: 'malformed' }, reply: 'I cannot.' }],
  ])('because it %s changes nothing that is kept, and says so', async (_what, repair, row) => {
    const { samples: before } = await worked({ solutions, suites: [weak] }, 0);
    const { samples, repairs, rejected, stages } = await worked({ solutions, suites: [weak, repair] }, 1);
    const shown = (all: readonly SampleRow[]) =>
      all.map(({ id, tests, confidence, lineage }) => ({ id, tests, confidence, lineage }));
    expect(shown(samples)).toEqual(shown(before));
    expect(repairs).toEqual([]);
    expect(rejected).toContainEqual(expect.objectContaining({ stage: row.stage }));
    expect(rejected.filter(({ stage }) => stage === row.stage)).toMatchObject([row]);
    expect(unbalanced(stages)).toEqual([]);
  });

  test('is followed by another try', async () => {
    const { samples, asked } = await worked({ solutions, suites: [weak, 'No.', suiteOf('wrong', 1), strong] }, 9);
    expect(asked).toEqual([0, 1, 2, 3]);
    expect(samples.map(({ tests }) => tests)).toEqual([strong, strong]);
  });

  test('is a fault where no reply came, which ends the repairs and leaves the lane to be tried again', async () => {
    const { samples, asked, stages, ports } = await worked({ solutions, suites: [weak, failed(passingFault)] }, 5);
    expect(asked).toEqual([0, 1]);
    expect(samples).toHaveLength(2);
    expect(stages.tests.faults).toEqual({ 'llm/rate-limited': 1 });
    expect(unbalanced(stages)).toEqual([]);
    expect(await ports.store.forgetFaulted(ports.run)).toBe(1);
  });
});

test('a settled lane is not asked for again', async () => {
  const { ports, llm } = await worked({ solutions, suites: [weak, strong] }, 1);
  const requests = llm.calls.length;
  await runLane(ports, draw);
  expect(llm.calls).toHaveLength(requests);
});
