import { describe, expect, test } from 'vitest';
import { drawOf } from '../../../../src/core/draw.ts';
import { seedOf } from '../../support/examples.ts';
import { suiteOf } from './scripted-lane.ts';
import { workedLane } from './worked-lane.ts';

const seed = seedOf({ id: 'code/clamp-1', kind: 'snippet', code: 'CODE', path: 'src/clamp.ts', licence: 'MIT' });
const draw = drawOf(seed);
const script = { solutions: ['right', 'other'], suites: [suiteOf('right other', 1)] };
const screened = (reply: string) => ({ [`screen ${seed.id} 0`]: reply });

describe('a seed of real code', () => {
  test('is asked about first, and its place and licence are on every row', async () => {
    const lane = await workedLane({ ...script, others: screened('{"educational": true}') }, draw);
    expect(lane.asked.slice(0, 2)).toEqual(['screen code/clamp-1 0', 'task code/clamp-1 0']);
    expect(lane.samples[0]?.lineage.source).toEqual({ path: 'src/clamp.ts', licence: 'MIT' });
    expect(lane.stages.screen).toMatchObject({ in: 1, kept: 1 });
    expect(lane.problems).toEqual([]);
  });

  test('that teaches nothing is left at that', async () => {
    const lane = await workedLane({ ...script, others: screened('{"educational": false, "reason": "Glue."}') }, draw);
    expect(lane.asked).toHaveLength(1);
    expect(lane.rejected).toMatchObject([
      { stage: 'screen', reason: { kind: 'not-educational', why: 'Glue.' }, lineage: { source: { licence: 'MIT' } } },
    ]);
    expect(lane.problems).toEqual([]);
  });

  test('may be taken as it is', async () => {
    const lane = await workedLane({ ...script }, drawOf(seedOf({ id: 'code/clamp-1' })));
    expect(lane.asked[0]).toBe('task code/clamp-1 0');
  });
});
