import { statedTask } from './contract.ts';
import type { TaskRow } from './rows.ts';

/** A task as one text that asks for a solution: the statement, then what the module exports. */
export function taskPrompt(task: TaskRow): string {
  return `${statedTask(task)}\n\nThe module exports:\n\n\`\`\`ts\n${task.signature}\n\`\`\``;
}
