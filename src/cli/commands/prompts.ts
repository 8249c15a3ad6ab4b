import type { Command } from 'commander';

export interface PromptsFlags {
  readonly to?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow prompts                          names and versions
  $ winnow prompts --to mine write-task     a copy to edit; then \`prompts: mine\` in the configuration`;

export function addPromptsCommand(program: Command): void {
  program
    .command('prompts')
    .description('list the prompts of a run, or write them to a folder to be edited')
    .argument('[names...]', 'prompts to write (default: all)')
    .option('--to <dir>', 'folder to write them to; files that are there already are left alone')
    .option('--json', 'print the list as one JSON value')
    .addHelpText('after', examples)
    .action(async (names: readonly string[], flags: PromptsFlags) => {
      const { promptsAction } = await import('../actions/prompts.ts');
      promptsAction(names, flags);
    });
}
