import type { Command } from 'commander';
import { dollars, wholeNumber } from './values.ts';

/** The flags of `winnow init`, as commander names them. */
export interface InitFlags {
  readonly baseUrl?: string;
  readonly model?: string;
  readonly apiKeyEnv?: string;
  readonly seeds?: string;
  readonly target?: number;
  readonly budgetUsd?: number;
  readonly priceIn?: number;
  readonly priceOut?: number;
  readonly probe: boolean;
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow init                                    asks what it needs to know
  $ winnow init night --base-url http://127.0.0.1:11434/v1 --model qwen3-coder --yes
  $ winnow init --base-url https://api.openai.com/v1 --api-key-env OPENAI_API_KEY \\
      --model gpt-5 --budget-usd 5 --price-in 1.25 --price-out 10

Writes winnow.config.yaml, its schema for editors, and seeds to begin with. What is
there already is never written over without --force. No key is asked for or
written: the name of the environment variable that holds it is.`;

export function addInitCommand(program: Command): void {
  program
    .command('init')
    .description('begin: a configuration and seeds, after five questions at most')
    .argument('[folder]', 'where', '.')
    .option('--base-url <url>', 'the endpoint; servers of this machine are looked for')
    .option('--model <name>', 'the model to ask for')
    .option('--api-key-env <name>', 'environment variable with the key')
    .option('--seeds <dir>', 'a folder of seed files (default: a few are written)')
    .option('--target <n>', 'stop at so many kept samples (default: 100)', wholeNumber(1))
    .option('--budget-usd <x>', 'stop before spending more dollars', dollars)
    .option('--price-in <x>', 'dollars for a million tokens in', dollars)
    .option('--price-out <x>', 'dollars for a million tokens out', dollars)
    .option('--no-probe', 'ask no server anything')
    .option('--force', 'write over files that are there')
    .option('--yes', 'ask nothing: flags, and defaults for the rest')
    .option('--json', 'print what was written as one JSON value; asks nothing')
    .addHelpText('after', examples)
    .action(async (folder: string, flags: InitFlags) => {
      const { initAction } = await import('../actions/init.ts');
      await initAction(folder, flags);
    });
}
