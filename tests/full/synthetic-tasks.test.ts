import { expect, test } from 'vitest';
import { minhash } from '../../src/curate/minhash.ts';
import { normalisedTokens } from '../../src/curate/tokens.ts';
import { programOf } from '../../src/llm/synthetic/program.ts';
import { syntheticTask } from '../../src/llm/synthetic/task.ts';
import { openNeighbours } from '../../src/neighbours/open-neighbours.ts';

test(
  'there are at least 10,000 synthetic tasks that are no near-duplicates of each other',
  { timeout: 600_000 },
  () => {
    const drawn = 12_500;
    const texts = Array.from({ length: drawn }, (_, number) => {
      const task = syntheticTask(`many/${number}`, 1);
      const signature = minhash(normalisedTokens(programOf(task, { style: 'functional' })));
      return { id: String(number), note: '', signature };
    });
    const repeated = new Set<number>();
    const distinct = openNeighbours(':memory:')
      .link(texts, 0.7)
      .filter((near, number) => {
        const isRepeated = near.some(({ row }) => !repeated.has(row));
        if (isRepeated) repeated.add(number);
        return !isRepeated;
      });
    console.log(`${distinct.length} of ${drawn} synthetic tasks are no near-duplicates of others`);
    expect(distinct.length).toBeGreaterThanOrEqual(10_000);
  },
);
