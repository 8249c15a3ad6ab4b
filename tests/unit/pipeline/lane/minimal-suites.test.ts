import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../../src/core/fault.ts';
import type { SampleRow } from '../../../../src/core/rows.ts';
import { runLane } from '../../../../src/pipeline/lane/lane.ts';
import type { Provers } from '../../../../src/verify/trial.ts';
import { passingFault } from '../../support/examples.ts';
import { draw, scriptedLane, suiteOf } from './scripted-lane.ts';

const suite = suiteOf('right other', 1);

/** The kept rows of a task with two right solutions and a wrong one. */
async function samples(minimize?: Provers['minimize']): Promise<readonly SampleRow[]> {
  const { ports } = await scriptedLane({ solutions: ['right', 'other', 'wrong'], suites: [suite] }, 0);
  await runLane({ ...ports, provers: { ...ports.provers, ...(minimize && { minimize }) } }, draw);
  return (await ports.store.items(ports.run, { kind: 'lane', key: draw.key }, 'accepted')) as SampleRow[];
}

describe('a kept row', () => {
  test('has a reduced suite beside the full one', async () => {
    const rows = await samples((candidate, refuted) => {
      expect(refuted).toEqual([{ solution: expect.stringContaining('wrong') as string, by: 't' }]);
      return Promise.resolve(ok({ kind: 'reduced', tests: `few of ${candidate.solution}`, kept: 1, of: 2 }));
    });
    expect(rows.map(({ tests, minimal_tests }) => [tests, minimal_tests])).toEqual(
      rows.map(({ solution }) => [suite, { tests: `few of ${solution}`, kept: 1, of: 2 }]),
    );
    expect(rows).toHaveLength(2);
  });

  test.each([
    ['none is looked for', undefined],
    ['none is found', () => Promise.resolve(ok({ kind: 'irreducible', because: 'so' } as const))],
    ['the machinery fails', () => Promise.resolve(failed(passingFault))],
  ])('has none where %s', async (_, minimize) => {
    const rows = await samples(minimize);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).not.toHaveProperty('minimal_tests');
  });
});
