import type { Command } from 'commander';
import type { Profile } from '../../config/load.ts';
import { profileOption } from './run.ts';

/** The flags of `winnow rejudge`, as commander names them. */
export interface RejudgeFlags {
  readonly run: string;
  readonly profile?: Profile;
  readonly config?: string;
  readonly store?: string;
  readonly seeds?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow rejudge --run dataset --profile strict                 would strict have kept less?
  $ winnow rejudge --run night --config winnow.yaml --out again   the run's own configuration, its verify section changed

No model is asked. docs/rejudge.md says what may change and what the files hold.`;

export function addRejudgeCommand(program: Command): void {
  program
    .command('rejudge')
    .description('judge the stored replies of a run again, and compare the decisions')
    .requiredOption('--run <dir>', 'directory of the run')
    .addOption(profileOption())
    .option('--config <file>', "the run's configuration, with what is to change in how it judges (default: bundled)")
    .option('--store <path>', 'the store of the run (default: DIR/run.db)')
    .option('--seeds <dir>', 'folder of seed files, as the run was given')
    .option('--out <dir>', 'where the new files go (default: DIR/rejudged-PROFILE)')
    .option('--json', 'print the comparison as one JSON value')
    .addHelpText('after', examples)
    .action(async (flags: RejudgeFlags) => {
      const { rejudgeAction } = await import('../actions/rejudge.ts');
      await rejudgeAction(flags);
    });
}
