import type { Command } from 'commander';
import { dollars, moment, wholeNumber } from './values.ts';

/** The flags of `winnow nightly`, as commander names them. */
export interface NightlyFlags {
  readonly config?: string;
  readonly out: string;
  readonly store?: string;
  readonly target?: number;
  readonly budgetUsd?: number;
  readonly until?: Date;
  readonly offlineLog?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow nightly --until 06:00 --budget-usd 5      what can be had until then, for so much
  $ winnow nightly --target 500 --out nights         500 rows a night, whatever it takes

Each night is a run of its own in one store; its rows are added to DIR/dataset, and
nothing that an earlier night kept comes again. Exit 0, 3 where a budget or a
deadline ended the night with everything saved, 100 where a gate failed. A night
that died is gone on with by the next invocation. docs/nightly has timers.`;

export function addNightlyCommand(program: Command): void {
  program
    .command('nightly')
    .description('one night of a dataset that grows: unattended, bounded, compared with the nights before')
    .option('--config <file>', 'configuration (default: winnow.config.* here, or the offline one)')
    .option('--out <dir>', 'directory of all nights', 'winnow-nights')
    .option('--store <path>', 'the store of all nights (default: DIR/nights.db)')
    .option('--target <n>', 'stop at so many rows kept this night', wholeNumber(1))
    .option('--budget-usd <x>', 'stop before spending more dollars this night', dollars)
    .option('--until <time>', 'stop at a time: HH:MM (the next such time here) or ISO 8601', moment)
    .option('--offline-log <file>', 'add a line for each request that the offline model gets')
    .option('--json', 'print the night as one JSON value')
    .addHelpText('after', examples)
    .action(async (flags: NightlyFlags) => {
      const { nightlyAction } = await import('../actions/nightly.ts');
      await nightlyAction(flags);
    });
}
