import type { Command } from 'commander';
import { wholeNumber } from './values.ts';

/** The flags of `winnow contamination build`, as commander names them. */
export interface ContaminationBuildFlags {
  readonly from: readonly string[];
  readonly out: string;
  readonly allow?: readonly string[];
  readonly n?: number;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow contamination build --from HumanEval=humaneval.jsonl MBPP=mbpp.jsonl --out public.index
  $ winnow contamination list public.index
  $ winnow curate --input samples.jsonl --benchmarks public.index --out clean`;

export function addContaminationCommand(program: Command): void {
  const contamination = program
    .command('contamination')
    .description('indexes of public benchmarks, to keep their problems out')
    .addHelpText('after', examples);
  contamination
    .command('build')
    .description('make an index of hashes from published files')
    .requiredOption('--from <files...>', 'JSONL files or folders of them, each FILE or NAME=FILE')
    .requiredOption('--out <file>', 'where the index goes')
    .option('--allow <files...>', 'texts that prove nothing, such as boilerplate')
    .option('--n <words>', 'words of a gram of a statement (default: 10)', wholeNumber(4, 50))
    .option('--json', 'print what is in the index as one JSON value')
    .action(async (flags: ContaminationBuildFlags) => {
      const { buildAction } = await import('../actions/contamination.ts');
      await buildAction(flags);
    });
  contamination
    .command('list')
    .description('say what is in an index')
    .argument('[file]', 'the index (default: the bundled one)')
    .option('--json', 'print it as one JSON value')
    .action(async (file: string | undefined, flags: { readonly json?: boolean }) => {
      const { listAction } = await import('../actions/contamination.ts');
      listAction(file, flags);
    });
}
