import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../../core/error.ts';
import { definePrompt, slotsOf, type Prompt } from '../../core/prompt.ts';
import type { PromptBook } from '../../core/prompt-book.ts';
import { readText } from '../../input/read-text.ts';
import { allPrompts } from './all-prompts.ts';

/** A prompt as a file: the system message under one heading, the request under another. */
const parts = /^# system\r?\n([\s\S]*?)\r?\n# user\r?\n([\s\S]*)$/u;

/**
 * Reads the prompts that a folder words anew: `<name>.md` for each, with `# system` and `# user` on lines of their own.
 * All others stay as they are. Throws an input error for a name that no prompt has, a file without the two parts, and a
 * slot that the prompt does not have.
 */
export function readPromptFolder(folder: string): PromptBook {
  if (!existsSync(folder)) {
    throw inputError('prompts-unreadable', `There is no folder of prompts at ${folder}: check \`prompts\`.`);
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const reworded = new Map(names.toSorted().map((name) => readPromptFile(join(folder, name), name.slice(0, -3))));
  return { of: (prompt) => (reworded.get(prompt.name) as typeof prompt | undefined) ?? prompt };
}

function readPromptFile(path: string, name: string): readonly [string, Prompt<string>] {
  const known = allPrompts.find((prompt) => prompt.name === name);
  if (!known) {
    const names = allPrompts.map((prompt) => prompt.name).join(', ');
    throw inputError('prompt-invalid', `${path}: no prompt has the name ${name}. Prompts there are: ${names}.`);
  }
  const found = parts.exec(readText(path, 'the prompt').replace(/^\uFEFF/u, ''));
  if (!found)
    throw inputError('prompt-invalid', `${path}:1: a prompt has a line "# system", and after it a line "# user".`);
  const [, system = '', user = ''] = found;
  const used = slotsOf(user);
  const foreign = [...used.difference(slotsOf(known.template.user))];
  if (foreign.length > 0) {
    const slots = [...slotsOf(known.template.user)].join(', ');
    throw inputError(
      'prompt-invalid',
      `${path}: it has no slot ${foreign.join(', ')}. Slots of ${name} are: ${slots}.`,
    );
  }
  return [name, definePrompt({ name, system: system.trim(), user: user.trim() }, [...used])];
}

/** A prompt as the text of such a file. */
export function promptFile({ template }: Prompt<string>): string {
  return `# system\n${template.system}\n\n# user\n${template.user}\n`;
}
