import type { Command } from 'commander';

/** The flags of `winnow show`, as commander names them. */
export interface ShowFlags {
  readonly run: string;
  readonly store?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow show sample_1f0c --run winnow-out           a beginning that no other id has will do
  $ winnow show rej_5d1e2a --run winnow-out | less     why a row was rejected
  $ winnow show task_77ab --run winnow-out --json`;

export function addShowCommand(program: Command): void {
  program
    .command('show')
    .argument('<id>', 'id of a sample, pair, rejected row, preference, repair, revision or task')
    .description('tell one row’s whole story: seed, replies, verdicts, evidence, decision, what was made of it')
    .requiredOption('--run <dir>', 'directory of the run')
    .option('--store <path>', 'where its store is, unless it is run.db in the directory')
    .option('--json', 'print the story as one JSON value')
    .addHelpText('after', examples)
    .action(async (id: string, flags: ShowFlags) => {
      const { showAction } = await import('../actions/show.ts');
      showAction(id, flags);
    });
}
