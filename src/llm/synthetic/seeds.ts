import type { Difficulty, Seed } from '../../core/seed.ts';

const difficulties: readonly Difficulty[] = ['easy', 'medium', 'hard'];
const topics = 12;

/** Seeds for as many synthetic tasks as are wanted: `synthetic-01/000001` and on, over a dozen topics. */
export function syntheticSeeds(count: number): Seed[] {
  return Array.from({ length: count }, (_, index): Seed => {
    const topic = `synthetic-${String((index % topics) + 1).padStart(2, '0')}`;
    const id = `${topic}/${String(index + 1).padStart(6, '0')}`;
    const difficulty = difficulties[index % difficulties.length] ?? 'easy';
    return {
      id,
      topic,
      kind: 'concept',
      title: `Task ${index + 1}`,
      difficulty,
      text: 'Steps of a small computation.',
      tags: [],
    };
  });
}
