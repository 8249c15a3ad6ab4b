import { describe, expect, test } from 'vitest';
import { failed } from '../../../../src/core/fault.ts';
import { passingFault } from '../../support/examples.ts';
import { draw, solutionOf, suiteOf } from './scripted-lane.ts';
import { fenced, namesOf, workedLane } from './worked-lane.ts';

const suites = [suiteOf('right other mended', 1)];
const solutions = ['right', 'other', 'wrong'];
const of = (sample: number): string => `repair ${draw.key} ${sample}`;
const generate = { solution_repairs: 2 };

describe('refuted solutions', () => {
  test('are handed back, and what comes back is judged as all others are', async () => {
    const others = { [of(20)]: fenced(solutionOf('mended')) };
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(namesOf(lane.samples)).toEqual(['right', 'other', 'mended']);
    expect(lane.asked.filter((asked) => asked.startsWith('repair'))).toEqual([of(20)]);
    expect(lane.repairs.filter(({ origin }) => origin === 'repair')).toMatchObject([
      { before: solutionOf('wrong'), after: solutionOf('mended'), evidence: { kind: 'refuted' } },
    ]);
    expect(lane.stages.repair).toMatchObject({ in: 1, kept: 1 });
    expect(lane.problems).toEqual([]);
  });

  test('are handed back again while they are refuted, and the trace has every step', async () => {
    const others = { [of(20)]: fenced(solutionOf('still')), [of(21)]: fenced(solutionOf('mended')) };
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(namesOf(lane.samples)).toEqual(['right', 'other', 'mended']);
    const traces = lane.repairs.filter(({ origin }) => origin === 'repair');
    expect(traces.map(({ before }) => before)).toEqual([solutionOf('wrong'), solutionOf('still')]);
    expect(traces.every(({ after }) => after === solutionOf('mended'))).toBe(true);
    expect(lane.problems).toEqual([]);
  });

  test('leave no trace where they are not mended', async () => {
    const others = { [of(20)]: fenced(solutionOf('still')), [of(21)]: 'I give up.' };
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(namesOf(lane.samples)).toEqual(['right', 'other']);
    expect(lane.repairs.filter(({ origin }) => origin === 'repair')).toEqual([]);
    expect(lane.stages.repair).toMatchObject({ in: 2, kept: 1, dropped: { malformed: 1 } });
    expect(lane.problems).toEqual([]);
  });

  test('say nothing of how hard the task is', async () => {
    const others = { [of(20)]: fenced(solutionOf('mended')) };
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(lane.ratings[0]?.by_model).toMatchObject({ scripted: { sampled: 3, solved: 2 } });
  });

  test('are not handed back for a suite that nothing satisfies', async () => {
    const lane = await workedLane({ solutions: ['wrong'], suites, generate });
    expect(lane.asked.some((asked) => asked.startsWith('repair'))).toBe(false);
    expect(lane.samples).toEqual([]);
  });

  test('meet faults that are counted, and tried again later', async () => {
    const lane = await workedLane({ solutions, suites, others: { [of(20)]: failed(passingFault) }, generate });
    expect(lane.stages.repair).toMatchObject({ in: 1, faults: { 'llm/rate-limited': 1 } });
    expect(lane.problems).toEqual([]);
    expect(await lane.ports.store.forgetFaulted(lane.ports.run)).toBe(1);
  });
});
