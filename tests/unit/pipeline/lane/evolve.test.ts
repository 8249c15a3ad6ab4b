import { describe, expect, test } from 'vitest';
import { drawOf } from '../../../../src/core/draw.ts';
import { failed } from '../../../../src/core/fault.ts';
import { passingFault, seedOf } from '../../support/examples.ts';
import { suiteOf, taskReply } from './scripted-lane.ts';
import { workedLane } from './worked-lane.ts';

const draw = drawOf(seedOf({ id: 'a/b' }), ['deepen', 'bound']);
const deeper = taskReply({ statement: 'Double every number.' });
const bounded = taskReply({ statement: 'Double a million numbers in one pass.' });
const keep = '{"verdict": "keep", "reason": "new"}';
const script = { solutions: ['right', 'other'], suites: [suiteOf('right other', 1)] };
const others = {
  'evolve a/b+deepen 0': deeper,
  'eliminate a/b+deepen 0': keep,
  'evolve a/b+deepen+bound 0': bounded,
  'eliminate a/b+deepen+bound 0': keep,
};

describe('a draw with operators', () => {
  test('gives the task that the last of them makes, with all that it was made from', async () => {
    const lane = await workedLane({ ...script, others }, draw);
    expect(lane.asked.slice(0, 5)).toEqual(['task a/b 0', ...Object.keys(others)]);
    expect(lane.asked.slice(5).every((asked) => asked.includes(' a/b+deepen+bound '))).toBe(true);
    const [sample] = lane.samples;
    expect(sample?.task.statement).toBe('Double a million numbers in one pass.');
    expect(sample?.lineage).toMatchObject({
      seed: 'a/b',
      operators: ['deepen', 'bound'],
      evolved_from: [
        { operator: 'deepen', statement: 'Double a number.' },
        { operator: 'bound', statement: 'Double every number.' },
      ],
    });
    expect(Object.keys(sample?.lineage.prompts ?? {})).toEqual(
      expect.arrayContaining(['write-task', 'evolve-deepen', 'evolve-bound', 'write-solution']),
    );
    expect(lane.stages.evolve).toMatchObject({ in: 1, kept: 1 });
    expect(lane.problems).toEqual([]);
  });

  test('ends at a step that is of no use, with the reason', async () => {
    const useless = { ...others, 'eliminate a/b+deepen 0': '{"verdict": "unanswerable", "reason": "no order"}' };
    const lane = await workedLane({ ...script, others: useless }, draw);
    expect(lane.asked).toHaveLength(3);
    expect(lane.samples).toEqual([]);
    expect(lane.rejected).toMatchObject([
      {
        stage: 'evolve',
        reason: { kind: 'eliminated', because: 'unanswerable', why: 'no order' },
        task: { statement: 'Double every number.' },
        lineage: { operators: ['deepen', 'bound'] },
      },
    ]);
    expect(lane.stages.evolve).toMatchObject({ in: 1, kept: 0, dropped: { unanswerable: 1 } });
    expect(lane.problems).toEqual([]);
  });

  test.each([
    ['a reply without a task', { 'evolve a/b+deepen 0': 'No.' }, { dropped: { malformed: 1 } }],
    ['a verdict that cannot be read', { 'eliminate a/b+deepen+bound 0': 'No.' }, { dropped: { malformed: 1 } }],
    ['a fault', { 'eliminate a/b+deepen 0': failed(passingFault) }, { faults: { 'llm/rate-limited': 1 } }],
  ])('ends at %s, and is counted once', async (_, changes, expected) => {
    const lane = await workedLane({ ...script, others: { ...others, ...changes } }, draw);
    expect(lane.stages.evolve).toMatchObject({ in: 1, kept: 0, ...expected });
    expect(lane.problems).toEqual([]);
  });

  test('is not asked about its use where that is turned off', async () => {
    const lane = await workedLane({ ...script, others, generate: { evolve: { eliminate: false } } }, draw);
    expect(lane.asked.filter((asked) => asked.startsWith('eliminate'))).toEqual([]);
    expect(lane.samples).toHaveLength(2);
  });
});
