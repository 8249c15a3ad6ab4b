import { exitCode, WinnowError } from '../core/error.ts';
import { parseBudget, type BudgetAnswer, type KnownServer } from '../pipeline/init/answers.ts';
import { printable } from './render/printable.ts';

/** Asks on a terminal. Each throws `interrupted` when the answer is Ctrl-C. */
export interface Interview {
  endpoint(choices: readonly EndpointChoice[]): Promise<Pick<KnownServer, 'baseUrl' | 'apiKeyEnv'>>;
  model(listed: readonly string[]): Promise<string>;
  seeds(): Promise<string | null>;
  target(usual: number): Promise<number>;
  budget(): Promise<BudgetAnswer | null>;
}

export interface EndpointChoice extends KnownServer {
  /** Whether it answered just now. */
  readonly isRunning: boolean;
}

/** More would not fit a terminal. */
const shownModels = 12;

/** Loads what draws the questions. */
export async function openInterview(): Promise<Interview> {
  const { isCancel, select, text } = await import('@clack/prompts');
  const given = (answer: string | symbol | undefined): string => {
    if (isCancel(answer) || typeof answer === 'symbol') throw interrupted();
    return answer ?? '';
  };
  const ask = async (message: string, options: TextOptions): Promise<string> =>
    given(await text({ message, ...options }));
  const other = 'another';
  return {
    async endpoint(choices) {
      const options = choices.map((choice) => ({
        value: choice.name,
        label: choice.title,
        hint: `${choice.baseUrl}${choice.isRunning ? ', running' : ''}`,
      }));
      const message = 'Which endpoint writes tasks, solutions and tests?';
      const name = given(await select({ message, options: [...options, { value: other, label: 'Another URL' }] }));
      const choice = choices.find((one) => one.name === name);
      if (choice) return choice;
      const baseUrl = await ask('Its base URL?', {
        placeholder: 'https://models.example.com/v1',
        validate: urlProblem,
      });
      return { baseUrl, apiKeyEnv: null };
    },
    async model(listed) {
      const message = 'Which model?';
      if (listed.length === 0)
        return await ask(message, { validate: (value) => (value?.trim() ? undefined : 'Name one.') });
      const options = listed.slice(0, shownModels).map((value) => ({ value, label: printable(value) }));
      const name = given(await select({ message, options: [...options, { value: other, label: 'Another' }] }));
      return name === other
        ? await ask('Its name?', { validate: (value) => (value?.trim() ? undefined : 'Name one.') })
        : name;
    },
    async seeds() {
      const folder = await ask('A folder of seed files?', { placeholder: 'none: a few are written to begin with' });
      return folder.trim() === '' ? null : folder.trim();
    },
    async target(usual) {
      const validate = (value: string | undefined): string | undefined =>
        value === undefined || /^\s*([1-9]\d*)?\s*$/u.test(value) ? undefined : 'A whole number, such as 100.';
      const answer = await ask('How many kept samples?', { placeholder: String(usual), validate });
      return answer.trim() === '' ? usual : Number(answer);
    },
    async budget() {
      const validate = (value: string | undefined): string | undefined =>
        !value?.trim() || parseBudget(value) ? undefined : 'Such as: 5, or 5 0.4 1.6';
      const message = 'How many dollars may it spend? (with the price of a million tokens in and out, if you know)';
      const answer = await ask(message, { placeholder: '5 0.4 1.6; empty: no limit', validate });
      return parseBudget(answer) ?? null;
    },
  };
}

interface TextOptions {
  readonly placeholder?: string;
  readonly validate?: (value: string | undefined) => string | undefined;
}

function urlProblem(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\//u.test(value) && URL.canParse(value)
    ? undefined
    : 'It begins with http:// or https://';
}

function interrupted(): WinnowError {
  return new WinnowError('Nothing was written.', { code: 'interrupted', exit: exitCode.interrupted });
}
