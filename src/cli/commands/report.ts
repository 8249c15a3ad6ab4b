import { Option, type Command } from 'commander';

/** The flags of `winnow report`, as commander names them. */
export interface ReportFlags {
  readonly format: 'html' | 'md';
  readonly out?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow report                           winnow-out/report.html, about the run there
  $ winnow report night --format md         the same in Markdown, to standard output
  $ winnow report one two --out both.html   two results of winnow bench beside each other`;

export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('a page about a run, a benchmark, or a comparison of benchmarks')
    .argument('[folder...]', 'folder of a run or of a benchmark; several benchmarks are compared', ['winnow-out'])
    .addOption(new Option('--format <name>', 'a page, or Markdown').choices(['html', 'md']).default('html'))
    .option('--out <file>', 'where it goes (default: FOLDER/report.html; Markdown: standard output)')
    .option('--json', 'print where it is as one JSON value')
    .addHelpText('after', examples)
    .action(async (folders: readonly string[], flags: ReportFlags) => {
      const { reportAction } = await import('../actions/report.ts');
      await reportAction(folders, flags);
    });
}
