import type { Task } from './task.ts';

/** What a task says of its inputs. */
type Stated = Pick<Task, 'statement'> & { readonly precondition?: string };

/** A task's statement, with its precondition where it has one: what whoever solves or tests it is to read. */
export function statedTask({ statement, precondition }: Stated): string {
  if (precondition === undefined) return statement;
  return `${statement}\n\nValid inputs are those for which this function gives true; nothing is asked about others:\n\n\`\`\`js\n${precondition}\n\`\`\``;
}
