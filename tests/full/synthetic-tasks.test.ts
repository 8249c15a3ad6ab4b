import { expect, test } from 'vitest';
import { NearDuplicateIndex } from '../../src/curate/near-duplicates.ts';
import { programOf } from '../../src/llm/synthetic/program.ts';
import { syntheticTask } from '../../src/llm/synthetic/task.ts';

test(
  'there are at least 10,000 synthetic tasks that are no near-duplicates of each other',
  { timeout: 600_000 },
  () => {
    const index = new NearDuplicateIndex(0.7);
    let distinct = 0;
    let drawn = 0;
    for (; distinct < 10_000 && drawn < 14_000; drawn += 1) {
      const task = syntheticTask(`many/${drawn}`, 1);
      if (index.add(task.entryPoint + drawn, programOf(task, { style: 'functional' })) === undefined) distinct += 1;
    }
    console.log(`${distinct} of ${drawn} synthetic tasks are no near-duplicates of others`);
    expect(distinct).toBe(10_000);
  },
);
