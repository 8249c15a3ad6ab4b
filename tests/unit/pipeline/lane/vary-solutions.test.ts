import { describe, expect, test } from 'vitest';
import { draw, suiteOf } from './scripted-lane.ts';
import { fenced, namesOf, workedLane } from './worked-lane.ts';

const suites = [suiteOf('right other looped', 1)];
const solutions = ['right', 'other'];
const looped =
  'export function double(n: number): number {\n  let s = 0;\n  for (const one of [n, n]) s += one;\n  return s;\n} // looped\n';
const of = (sample: number): string => `solve ${draw.key} ${sample}`;
const generate = { algorithms: 2, extra_solutions: 2 };

describe('a task whose kept solutions all go about it in one way', () => {
  test('is given to the model again, until another way is kept', async () => {
    const lane = await workedLane({ solutions, suites, others: { [of(2)]: fenced(looped) }, generate });
    expect(namesOf(lane.samples)).toEqual(['right', 'other', 'looped']);
    expect(lane.asked.filter((asked) => asked.startsWith('solve'))).toEqual([of(0), of(1), of(2)]);
    expect(lane.llm.calls.at(-1)?.messages[1]?.content).toContain('n * 2; // right');
    expect(lane.ratings[0]).toMatchObject({ algorithms: 2, by_model: { scripted: { sampled: 2, solved: 2 } } });
    expect(lane.problems).toEqual([]);
  });

  test('is given up after so many tries', async () => {
    const others = { [of(2)]: 'I know no other.', [of(3)]: fenced(looped.replace('looped', 'wrong')) };
    const lane = await workedLane({ solutions, suites, others, generate });
    expect(namesOf(lane.samples)).toEqual(['right', 'other']);
    expect(lane.ratings[0]).toMatchObject({ algorithms: 1 });
    expect(lane.stages.solve).toMatchObject({ in: 4, kept: 3, dropped: { malformed: 1 } });
    expect(lane.problems).toEqual([]);
  });

  test.each([
    ['one will do', { ...generate, algorithms: 1 }],
    ['no more may be asked for', { ...generate, extra_solutions: 0 }],
  ])('is left as it is where %s', async (_, how) => {
    const lane = await workedLane({ solutions, suites, generate: how });
    expect(lane.asked.filter((asked) => asked.startsWith('solve'))).toHaveLength(2);
  });

  test('is left as it is where nothing is kept', async () => {
    const lane = await workedLane({ solutions: ['wrong'], suites, generate });
    expect(lane.samples).toEqual([]);
    expect(lane.ratings[0]).toMatchObject({ algorithms: 0 });
  });
});
