import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../../core/error.ts';
import { slotsOf, type Prompt } from '../../core/prompt.ts';
import { makeFolder } from '../../output/folder.ts';
import { allPrompts } from '../../pipeline/wording/all-prompts.ts';
import { promptFile } from '../../pipeline/wording/prompt-folder.ts';
import type { PromptsFlags } from '../commands/prompts.ts';

/** `winnow prompts`: lists the prompts, or writes them as files that a configuration can name. */
export function promptsAction(names: readonly string[], flags: PromptsFlags): void {
  const chosen = names.length === 0 ? allPrompts : names.map(promptNamed);
  if (flags.to !== undefined) writePrompts(chosen, flags.to);
  else process.stdout.write(flags.json ? `${JSON.stringify(chosen.map(described))}\n` : listed(chosen));
}

function promptNamed(name: string): Prompt<string> {
  const prompt = allPrompts.find((one) => one.name === name);
  if (prompt) return prompt;
  const known = allPrompts.map((one) => one.name).join(', ');
  throw inputError('prompt-invalid', `No prompt has the name ${name}. Prompts there are: ${known}.`);
}

function writePrompts(prompts: readonly Prompt<string>[], folder: string): void {
  makeFolder(folder);
  for (const prompt of prompts) {
    const path = join(folder, `${prompt.name}.md`);
    const isThere = existsSync(path);
    if (!isThere) writeFileSync(path, promptFile(prompt));
    process.stdout.write(`${path}${isThere ? ' was there already, and is left as it is' : ''}\n`);
  }
}

function described({ name, hash, template }: Prompt<string>) {
  return { name, hash, slots: [...slotsOf(template.user)] };
}

function listed(prompts: readonly Prompt<string>[]): string {
  const width = Math.max(...prompts.map(({ name }) => name.length));
  return prompts.map((prompt) => `${prompt.name.padEnd(width)}  ${prompt.hash}\n`).join('');
}
