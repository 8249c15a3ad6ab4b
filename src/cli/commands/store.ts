import type { Command } from 'commander';

/** The flags of `winnow store`'s commands, as commander names them. */
export interface StoreFlags {
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow store check winnow-nights/nights.db
  $ winnow store backup winnow-nights/nights.db copy.db   while a run goes on
  $ winnow store prune winnow-nights/nights.db            forget replies, keep rows and evidence
  $ winnow store compact winnow-nights/nights.db`;

export function addStoreCommand(program: Command): void {
  const store = program
    .command('store')
    .description('care for a store: check, backup, prune, compact')
    .addHelpText('after', examples);
  store
    .command('check')
    .description('read all of it: whether it is whole, and what is in it')
    .argument('<store>', 'such as winnow-out/run.db')
    .option('--json', 'print the result as one JSON value')
    .action(async (path: string, flags: StoreFlags) => (await import('../actions/store.ts')).checkAction(path, flags));
  store
    .command('backup')
    .description('copy it as it is at one moment; a run may go on meanwhile')
    .argument('<store>', 'such as winnow-out/run.db')
    .argument('<copy>', 'the name of the copy')
    .action(async (path: string, copy: string) => (await import('../actions/store.ts')).backupAction(path, copy));
  store
    .command('prune')
    .description('forget the replies of finished runs; rows, verdicts and evidence stay')
    .argument('<store>', 'such as winnow-out/run.db')
    .option('--json', 'print the result as one JSON value')
    .action(async (path: string, flags: StoreFlags) => (await import('../actions/store.ts')).pruneAction(path, flags));
  store
    .command('compact')
    .description('give free space back to the disk')
    .argument('<store>', 'such as winnow-out/run.db')
    .option('--json', 'print the result as one JSON value')
    .action(async (path: string, flags: StoreFlags) =>
      (await import('../actions/store.ts')).compactAction(path, flags),
    );
}
