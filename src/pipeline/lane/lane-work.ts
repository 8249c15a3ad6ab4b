import type { Draw } from '../../core/draw.ts';
import type { Manner } from '../../replies/ask.ts';
import type { RunPorts } from '../ports.ts';
import type { LaneRecord } from './record.ts';

/** A draw under way, and where its rows and counts go. */
export interface LaneWork {
  readonly draw: Draw;
  readonly record: LaneRecord;
}

/** How the model is asked for all but solutions. */
export function mannerOf({ config, prompts }: Pick<RunPorts, 'config' | 'prompts'>): Manner {
  const { temperature, max_tokens: maxTokens } = config.generate;
  return { temperature, maxTokens, prompts };
}

/** How the model is asked for one of a task's solutions: temperatures take turns. */
export function solutionMannerOf(ports: Pick<RunPorts, 'config' | 'prompts'>, sample: number): Manner {
  const manner = mannerOf(ports);
  return { ...manner, temperature: inTurn(ports.config.generate.solution_temperatures, sample) ?? manner.temperature };
}

/** Which of a list it is the turn of; undefined for an empty one. */
export function inTurn<T>(list: readonly T[], turn: number): T | undefined {
  return list[turn % Math.max(1, list.length)];
}

export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
