import { Option, type Command } from 'commander';
import type { Profile } from '../../config/load.ts';
import { dollars, moment, wholeNumber } from './values.ts';

/** The flags of `winnow run`, as commander names them. */
export interface RunFlags {
  readonly config?: string;
  readonly out: string;
  readonly store?: string;
  readonly seeds?: string;
  readonly target?: number;
  readonly budgetUsd?: number;
  readonly until?: Date;
  readonly seed?: number;
  readonly profile?: Profile;
  readonly offlineLog?: string;
  readonly dryRun?: boolean;
  readonly fresh?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow run                                   the bundled seeds and the recorded model, offline
  $ winnow run --config winnow.yaml --out night  your own configuration
  $ winnow run --target 500 --budget-usd 5       stop at 500 kept samples or 5 dollars
  $ winnow run --dry-run                         what would be asked for, without asking

The same command on the same directory goes on where it stopped.`;

export function addRunCommand(program: Command): void {
  program
    .command('run')
    .description('make a verified dataset from seeds')
    .option('--config <file>', 'configuration (default: winnow.config.* here, or the offline one)')
    .option('--out <dir>', 'directory of the run and its files', 'winnow-out')
    .option('--store <path>', 'the store (default: DIR/run.db)')
    .option('--seeds <dir>', 'folder of seed files')
    .option('--target <n>', 'stop at so many kept samples', wholeNumber(1))
    .option('--budget-usd <x>', 'stop before spending more dollars', dollars)
    .option('--until <time>', 'stop at a time: HH:MM (the next such time here) or ISO 8601', moment)
    .option('--seed <n>', 'seed of everything that is drawn', wholeNumber(0))
    .addOption(profileOption())
    .option('--offline-log <file>', 'add a line for each request that the offline model gets')
    .option('--dry-run', 'show the plan, ask no model')
    .option('--fresh', 'begin a new run in the directory; stored replies are used again')
    .option('--json', 'print the result as one JSON value')
    .addHelpText('after', examples)
    .action(async (flags: RunFlags) => {
      const { runAction } = await import('../actions/run.ts');
      await runAction(flags);
    });
}

/** `--profile`, with the names that the configuration knows. */
export function profileOption(): Option {
  const profiles: readonly Profile[] = ['strict', 'balanced', 'lenient'];
  return new Option('--profile <name>', 'how sure a kept row must be (default: as the configuration says)').choices(
    profiles,
  );
}
