import type { Answers } from '../../pipeline/init/answers.ts';
import { configName } from '../../pipeline/init/names.ts';
import { printable } from './printable.ts';

export interface Project {
  readonly folder: string;
  readonly files: readonly string[];
  readonly answers: Answers;
  readonly models: readonly string[];
  readonly trouble?: string;
}

/** What was written, what is left to do, and the next two commands. */
export function renderProject({ folder, files, answers: { endpoint, budget }, models, trouble }: Project): string {
  const isThere = models.length === 0 || models.includes(endpoint.model);
  const left = [
    ...(trouble === undefined ? [] : [trouble]),
    ...(isThere ? [] : [`The server does not list the model ${endpoint.model}.`]),
    ...(budget && budget.price === null
      ? [
          `The budget of $${budget.usd} needs a price: set endpoint.price in ${configName}, and take the mark before budget away.`,
        ]
      : []),
  ];
  return `
wrote ${files.join('\n      ')}
${left.map((words) => `\n  ! ${printable(words)}\n`).join('')}
Next:
${folder === '.' ? '' : `  cd ${printable(folder)}\n`}  winnow doctor   # is everything there?
  winnow run      # from seeds to a dataset; Ctrl-C and the same again goes on
`;
}
