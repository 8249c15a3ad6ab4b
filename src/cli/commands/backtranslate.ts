import { InvalidArgumentError, type Command } from 'commander';
import { levels, type Level } from '../../core/level.ts';
import { profileOption } from './run.ts';
import type { Profile } from '../../config/load.ts';
import { dollars, moment, wholeNumber } from './values.ts';

/** The flags of `winnow backtranslate`, as commander names them. */
export interface BacktranslateFlags {
  readonly input: string;
  readonly out: string;
  readonly config?: string;
  readonly store?: string;
  readonly levels?: readonly Level[];
  readonly attempts?: number;
  readonly baseline: boolean;
  readonly budgetUsd?: number;
  readonly until?: Date;
  readonly seed?: number;
  readonly profile?: Profile;
  readonly offlineLog?: string;
  readonly skipBadLines?: boolean;
  readonly fresh?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow backtranslate --config winnow.yaml --input src --out described
  $ winnow backtranslate --config winnow.yaml --input code.jsonl.zst --out described --levels one-line,statement
  $ winnow backtranslate --config examples/12-backtranslate/winnow.yaml --input examples/12-backtranslate/code --out described

A row is {id, code, tests?, language?, entry_point?, path?, licence?}. The same command on the same directory goes on
where it stopped.`;

export function addBacktranslateCommand(program: Command): void {
  program
    .command('backtranslate')
    .description('describe code, and prove each description by solutions written from it alone')
    .requiredOption('--input <path>', 'a folder or file of .ts or .js, or JSONL (.zst; -: standard input)')
    .requiredOption('--out <dir>', 'directory of the run and its files')
    .option('--config <file>', 'configuration, which names the model that describes')
    .option('--store <path>', 'the store (default: DIR/run.db)')
    .option(
      '--levels <list>',
      `what is described: any of ${levels.join(', ')} (default: as the configuration says)`,
      listOfLevels,
    )
    .option('--attempts <k>', 'fresh solutions from each description', wholeNumber(1, 99))
    .option('--no-baseline', 'do not ask for solutions from the name and signature alone')
    .option('--budget-usd <x>', 'stop before spending more dollars', dollars)
    .option('--until <time>', 'stop at a time: HH:MM (the next such time here) or ISO 8601', moment)
    .option('--seed <n>', 'seed of everything that is drawn', wholeNumber(0))
    .addOption(profileOption())
    .option('--offline-log <file>', 'add a line for each request that the offline model gets')
    .option('--skip-bad-lines', 'skip and count lines that are no row')
    .option('--fresh', 'begin a new run in the directory; stored replies are used again')
    .option('--json', 'print the result as one JSON value')
    .addHelpText('after', examples)
    .action(async (flags: BacktranslateFlags) => {
      const { backtranslateAction } = await import('../actions/backtranslate.ts');
      await backtranslateAction(flags);
    });
}

function listOfLevels(text: string): readonly Level[] {
  const names = text.split(',').map((name) => name.trim());
  const found = levels.filter((level) => names.includes(level));
  if (names.length > 0 && names.every((name) => levels.some((level) => level === name))) return found;
  throw new InvalidArgumentError(`It must be a list of these: ${levels.join(', ')}.`);
}
