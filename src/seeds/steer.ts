import type { Draw } from '../core/draw.ts';

/** How many samples were kept of each topic and difficulty, and how many draws were spent on it. */
export interface TopicYield {
  readonly topic: string;
  readonly difficulty: string;
  readonly draws: number;
  readonly kept: number;
}

/**
 * The draws of the next rounds with those first whose topics, and within a topic whose difficulties, have given least so
 * far: what a filter starves is drawn more often as long as there are seeds of it. Draws of equal standing keep their
 * order, and the same yields give the same order.
 */
export function steer(remaining: readonly Draw[], yields: readonly TopicYield[]): readonly Draw[] {
  const kept = new Map<string, number>();
  const add = (key: string, times: number): void => void kept.set(key, (kept.get(key) ?? 0) + times);
  for (const { topic, difficulty, kept: times } of yields) {
    add(topic, times);
    add(`${topic}\n${difficulty}`, times);
  }
  const expected = meanYield(yields);
  const planned: Draw[] = [];
  const waiting = Map.groupBy(remaining, ({ seed }) => `${seed.topic}\n${seed.difficulty}`);
  const queues = [...waiting].map(([key, draws]) => ({ key, topic: draws[0]?.seed.topic ?? '', draws: [...draws] }));
  while (queues.some(({ draws }) => draws.length > 0)) {
    const next = queues.filter(({ draws }) => draws.length > 0).toSorted((a, b) => standing(a) - standing(b))[0];
    const draw = next?.draws.shift();
    if (!next || !draw) break;
    planned.push(draw);
    // What it is likely to give counts already, so that one starved topic does not take a whole round.
    add(next.topic, expected);
    add(next.key, expected);
  }
  return planned;

  function standing({ key, topic }: { readonly key: string; readonly topic: string }): number {
    return (kept.get(topic) ?? 0) + (kept.get(key) ?? 0) / 1000;
  }
}

/** Hands out rounds of draws; `yields` is what the rounds before have given. */
export interface RoundPlan {
  next(yields: readonly TopicYield[]): readonly Draw[] | undefined;
}

/** The rounds as they are. */
export function fixed(rounds: readonly (readonly Draw[])[]): RoundPlan {
  const waiting = [...rounds];
  return { next: () => waiting.shift() };
}

/** Rounds of the same sizes whose draws are chosen by what is starved when each begins. */
export function steered(rounds: readonly (readonly Draw[])[]): RoundPlan {
  const sizes = rounds.map(({ length }) => length);
  let waiting: readonly Draw[] = rounds.flat();
  return {
    next(yields) {
      const size = sizes.shift();
      if (size === undefined) return undefined;
      const order = steer(waiting, yields);
      waiting = order.slice(size);
      return order.slice(0, size);
    },
  };
}

/** Samples that a draw gives on average; 1 where nothing is known. */
function meanYield(yields: readonly TopicYield[]): number {
  const draws = yields.reduce((sum, one) => sum + one.draws, 0);
  const kept = yields.reduce((sum, one) => sum + one.kept, 0);
  return draws === 0 || kept === 0 ? 1 : kept / draws;
}
