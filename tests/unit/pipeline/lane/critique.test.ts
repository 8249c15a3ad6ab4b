import { describe, expect, test } from 'vitest';
import { failed } from '../../../../src/core/fault.ts';
import { passingFault } from '../../support/examples.ts';
import { draw, solutionOf, suiteOf, taskReply } from './scripted-lane.ts';
import { fenced, namesOf, workedLane } from './worked-lane.ts';

const suites = [suiteOf('right other mended', 1)];
const solutions = ['right', 'other', 'wrong'];
const fault = { principle: 'right', problem: 'it is not' };
const found = JSON.stringify({ faults: [fault] });
const nothing = '{"faults": []}';
const of = (stage: string, sample: number): string => `${stage} ${draw.key} ${sample}`;

describe('a task that is criticised', () => {
  const generate = { critique: ['task'] };
  const clearer = taskReply({ statement: 'Double a number n.' });

  test('is revised before anything is written for it', async () => {
    const others = { [of('critique', 0)]: found, [of('revise', 0)]: clearer };
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(lane.asked.slice(0, 3)).toEqual([of('task', 0), of('critique', 0), of('revise', 0)]);
    expect(lane.samples[0]?.task.statement).toBe('Double a number n.');
    expect(lane.revisions).toMatchObject([
      {
        what: 'task',
        faults: [fault],
        before: { statement: 'Double a number.' },
        after: { statement: 'Double a number n.' },
      },
    ]);
    expect(lane.stages.revise).toMatchObject({ in: 1, kept: 1 });
    expect(lane.problems).toEqual([]);
  });

  test.each([
    ['nothing is found', { [of('critique', 0)]: nothing }, { kept: 1 }],
    ['the critique cannot be read', { [of('critique', 0)]: 'Fine.' }, { dropped: { malformed: 1 } }],
    [
      'the revision cannot be read',
      { [of('critique', 0)]: found, [of('revise', 0)]: '?' },
      { dropped: { malformed: 1 } },
    ],
    ['the model does not answer', { [of('critique', 0)]: failed(passingFault) }, { faults: { 'llm/rate-limited': 1 } }],
  ])('goes on as it is where %s', async (_, others, expected) => {
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(lane.samples[0]?.task.statement).toBe('Double a number.');
    expect(lane.revisions).toEqual([]);
    expect(lane.stages.revise).toMatchObject({ in: 1, ...expected });
    expect(lane.problems).toEqual([]);
  });
});

describe('solutions that are criticised', () => {
  const generate = { critique: ['solution'] };
  const others = {
    [of('critique', 1000)]: nothing,
    [of('critique', 1001)]: found,
    [of('revise', 1001)]: fenced(solutionOf('worse')),
    [of('critique', 1002)]: found,
    [of('revise', 1002)]: fenced(solutionOf('mended')),
  };

  test('are judged beside what they were revised into, and both are kept on record', async () => {
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(namesOf(lane.samples)).toEqual(['right', 'other', 'mended']);
    expect(lane.revisions).toMatchObject([
      {
        what: 'solution',
        before: solutionOf('other'),
        after: solutionOf('worse'),
        before_kept: true,
        after_kept: false,
      },
      {
        what: 'solution',
        before: solutionOf('wrong'),
        after: solutionOf('mended'),
        before_kept: false,
        after_kept: true,
      },
    ]);
    expect(lane.stages.revise).toMatchObject({ in: 3, kept: 3 });
    expect(lane.ratings[0]?.by_model).toMatchObject({ scripted: { sampled: 3, solved: 2 } });
    expect(lane.problems).toEqual([]);
  });

  test('have their revisions named in the lineage', async () => {
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(Object.keys(lane.samples[2]?.lineage.prompts ?? {})).toContain('revise-solution');
  });
});

describe('suites that are criticised', () => {
  const generate = { critique: ['tests'] };

  test('are judged beside what they were revised into', async () => {
    const wrong = suiteOf('none', 1);
    const others = { [of('critique', 2000)]: found, [of('revise', 2000)]: fenced(suiteOf('right other', 1)) };
    const lane = await workedLane({ solutions, suites: [wrong], others, generate });
    expect(namesOf(lane.samples)).toEqual(['right', 'other']);
    expect(lane.revisions).toMatchObject([{ what: 'tests', before: wrong, before_kept: false, after_kept: true }]);
    expect(lane.samples[0]?.evidence.suites[1]).toMatchObject({
      revisionOf: lane.samples[0]?.evidence.suites[0]?.suite,
    });
    expect(lane.problems).toEqual([]);
  });
});
