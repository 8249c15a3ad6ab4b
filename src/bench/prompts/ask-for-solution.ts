import type { Message } from '../../core/ports.ts';
import type { Problem } from '../problem.ts';
import { solveProblemPrompt } from './solve-problem.ts';

/** `instruct`: the problem with instructions for a chat model. `raw`: the problem's own prompt, to be continued. */
export type PromptStyle = 'instruct' | 'raw';

export interface AskOptions {
  readonly style: PromptStyle;
  /** Goes in the place of Winnow's own system message; there is none for `raw`. */
  readonly system?: string;
}

const languages = { ts: 'TypeScript', js: 'JavaScript' } as const;

/** The messages that ask a model for one solution of a problem. */
export function askForSolution(problem: Problem, { style, system }: AskOptions): readonly Message[] {
  const asked = style === 'raw' ? [userMessage(problem.prompt)] : instruction(problem);
  if (system === undefined) return asked;
  return [{ role: 'system', content: system }, ...asked.filter(({ role }) => role !== 'system')];
}

function instruction({ prompt, language, entryPoint }: Problem): readonly Message[] {
  const wanted =
    entryPoint === undefined ? 'It exports what the problem asks for.' : `It defines and exports \`${entryPoint}\`.`;
  return solveProblemPrompt.render({ language: languages[language], prompt: prompt.trim(), wanted });
}

function userMessage(content: string): Message {
  return { role: 'user', content };
}
