import { Option, type Command } from 'commander';
import { wholeNumber } from './values.ts';

/** The flags of `winnow check`, as commander names them. */
export interface CheckCommandFlags {
  readonly input?: string;
  readonly output?: string;
  readonly config?: string;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly concurrency?: number;
  readonly types?: 'strict' | 'off';
  readonly repeat?: number;
  readonly seed?: number;
  readonly resume?: boolean;
  readonly skipBadLines?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow check fizzbuzz.ts fizzbuzz.test.ts            one solution, one file of tests: exit 0 or 100
  $ winnow check --input rows.jsonl --output verdicts.jsonl
  $ winnow check --input rows.jsonl.zst --output verdicts.jsonl.zst --resume
  $ zcat rows.gz | winnow check --input - --output - | jq -r .verdict.kind | sort | uniq -c

A row is {id, solution, tests, language?, entry_point?, test_style?, files?}. docs/check.md has the rest.`;

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('judge solutions by tests, safely')
    .argument('[solution]', 'file of a solution (.ts, .mts, .cts, .js, .mjs, .cjs)')
    .argument('[tests]', 'file of its tests')
    .option('--input <file>', 'rows to judge, JSONL or JSONL.zst (-: standard input)')
    .option('--output <file>', 'where the verdicts go, JSONL or JSONL.zst (-: standard output)')
    .option('--config <file>', 'limits, repeat, types and seed from a configuration file; flags go before')
    .option('--timeout-ms <n>', 'CPU time for one run of a candidate (default: 3000)', wholeNumber(1))
    .option('--memory-mb <n>', 'memory for one run of a candidate (default: 128)', wholeNumber(16))
    .option('--concurrency <n>', 'sandbox workers (default: one for each core)', wholeNumber(1, 1024))
    .addOption(
      new Option('--types <mode>', 'type check before running (default: strict for ts, off for js)').choices([
        'strict',
        'off',
      ]),
    )
    .option('--repeat <n>', 'runs of an accepted candidate, each with another seed (default: 1)', wholeNumber(1, 10))
    .option('--seed <n>', 'seed of properties and randomness (default: 1)', wholeNumber(0))
    .option('--resume', 'go on with the partial output of an earlier invocation')
    .option('--skip-bad-lines', 'skip and count lines that are no row')
    .option('--json', 'print the result as one JSON value')
    .addHelpText('after', examples)
    .action(async (solution: string | undefined, tests: string | undefined, flags: CheckCommandFlags) => {
      const { checkAction } = await import('../actions/check.ts');
      await checkAction({ solution, tests }, flags);
    });
}
