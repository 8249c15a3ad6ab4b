import type { Command } from 'commander';
import { wholeNumber } from './values.ts';

/** The flags of `winnow verify`, as commander names them. */
export interface VerifyFlags {
  readonly output?: string;
  readonly concurrency?: number;
  readonly packages?: readonly string[];
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow verify night/samples.jsonl
  $ winnow verify datasets/openai datasets/dpo
  $ winnow verify datasets --output results.jsonl

Every row runs again under the limits and with the seeds that it was proven by.
Exit 0 when all rows are proven, 100 when one is not.`;

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('prove a dataset again, from its files alone')
    .argument('<dataset...>', 'samples.jsonl, an exported folder, or a folder of those')
    .option('--output <file>', 'a line for each row, JSONL or JSONL.zst')
    .option('--concurrency <n>', 'sandbox workers (default: one for each core)', wholeNumber(1, 1024))
    .option('--packages <dirs...>', 'folders whose node_modules have the packages of rows')
    .option('--json', 'print the result as one JSON value')
    .addHelpText('after', examples)
    .action(async (datasets: readonly string[], flags: VerifyFlags) => {
      const { verifyAction } = await import('../actions/verify.ts');
      await verifyAction(datasets, flags);
    });
}
