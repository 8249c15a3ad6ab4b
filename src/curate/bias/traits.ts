import type { RowFacts } from '../dataset/facts.ts';
import type { Traits } from './starved.ts';

/** What filters may favour or starve in a row, as far as that is quickly told. */
export function traitsOf({
  topics,
  difficulty,
  solution,
}: Pick<RowFacts, 'topics' | 'difficulty' | 'solution'>): Traits {
  const [topic] = topics;
  return {
    ...(topic !== undefined && { topic }),
    ...(difficulty !== undefined && { difficulty }),
    ...(solution !== undefined && {
      length: lengthOf(solution),
      style: styleOf(solution),
      comments: commentsOf(solution),
    }),
  };
}

function lengthOf(code: string): string {
  const lines = code.split('\n').filter((line) => line.trim() !== '').length;
  return lines <= 10
    ? 'up to 10 lines'
    : lines <= 30
      ? '11 to 30 lines'
      : lines <= 80
        ? '31 to 80 lines'
        : 'over 80 lines';
}

/** The first of these that a program has. */
function styleOf(code: string): string {
  if (/\bclass\s+[A-Z]/u.test(code)) return 'classes';
  if (/\bfunction\s*\*/u.test(code)) return 'generators';
  if (/\basync\b/u.test(code)) return 'async';
  if (/\b(?:for|while)\s*\(/u.test(code)) return 'loops';
  return /\.(?:map|filter|reduce|flatMap|some|every)\(/u.test(code) ? 'functional' : 'plain';
}

function commentsOf(code: string): string {
  if (/\/\*\*/u.test(code)) return 'doc comments';
  return /\/\/|\/\*/u.test(code) ? 'comments' : 'none';
}
