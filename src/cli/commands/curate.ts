import { Option, type Command } from 'commander';
import { number, splitShares, wholeNumber } from './values.ts';

/** The flags of `winnow curate`, as commander names them. */
export interface CurateFlags {
  readonly input?: readonly string[];
  readonly run?: readonly string[];
  readonly real?: readonly string[];
  readonly against?: readonly string[];
  readonly out: string;
  readonly index?: string;
  readonly nearDuplicate: number;
  readonly semantic?: number;
  readonly embeddingsUrl?: string;
  readonly embeddingsModel?: string;
  readonly embeddingsKeyEnv?: string;
  readonly keepDuplicates?: boolean;
  readonly withoutSource?: readonly string[];
  readonly withoutLicence?: readonly string[];
  readonly benchmarks?: readonly string[] | false;
  readonly coherence: boolean;
  readonly ratio: number;
  readonly by: 'rows' | 'tokens';
  readonly copies: number;
  readonly total?: number;
  readonly splits: Readonly<Record<string, number>>;
  readonly seeds?: string;
  readonly seed: number;
  readonly skipBadLines?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow curate --run night --out clean
  $ winnow curate --input a.jsonl b.jsonl.zst --against old.jsonl --out clean
  $ winnow curate --input samples.jsonl --real real.jsonl --ratio 0.7 --out mix
  $ winnow curate --input all.jsonl --without-licence 'GPL*' --out free
  $ winnow curate --input night-2.jsonl --index seen --out clean-2

docs/datasets.md says what each step does and what the files hold.`;

export function addCurateCommand(program: Command): void {
  program
    .command('curate')
    .description('near-duplicates, decontamination, mixing and splits on any dataset')
    .option('--input <files...>', 'datasets, JSONL or JSONL.zst')
    .option('--run <dirs...>', 'folders of runs: their samples, with pairs and preferences')
    .option('--real <files...>', 'real data to mix them with')
    .option('--against <files...>', 'rows that must not come again')
    .requiredOption('--out <dir>', 'where the files go')
    .option('--index <dir>', 'remembers what is kept: next time nothing comes twice or moves')
    .option('--near-duplicate <share>', 'Jaccard similarity of near-duplicates', number(0.3, 1), 0.7)
    .option('--semantic <cosine>', 'also statements that say the same in other words', number(0.3, 1))
    .option('--embeddings-url <url>', 'endpoint of embeddings for that (default: by words)')
    .option('--embeddings-model <name>', 'the model to ask there')
    .option('--embeddings-key-env <name>', 'environment variable of its key')
    .option('--keep-duplicates', 'only keep near-duplicates in one split')
    .option('--without-source <names...>', 'take out what came from there, or was made from it')
    .option('--without-licence <names...>', 'take out what has such a licence; * is anything')
    .option('--benchmarks <files...>', 'indexes of benchmarks (default: the bundled one)')
    .option('--no-benchmarks', 'leave contaminated rows in')
    .option('--no-coherence', 'leave rows in whose parts do not fit together')
    .option('--ratio <share>', 'real share of the mixture', number(0, 1), 0.7)
    .addOption(new Option('--by <unit>', 'what the ratio counts').choices(['rows', 'tokens']).default('rows'))
    .option('--copies <n>', 'times that a row may stand in the mixture', wholeNumber(1, 100), 1)
    .option('--total <n>', 'rows (or tokens) at most', wholeNumber(1))
    .addOption(
      new Option('--splits <shares>', 'the share of each split, by group')
        .argParser(splitShares)
        .default({ train: 0.9, validation: 0.05, test: 0.05 }, 'train=0.9,validation=0.05,test=0.05'),
    )
    .option('--seeds <dir>', 'seed files, whose topics the rows should cover')
    .option('--seed <n>', 'decides which rows a mixture takes', wholeNumber(0), 1)
    .option('--skip-bad-lines', 'skip and count lines that are no row')
    .option('--json', 'print the result as one JSON value')
    .addHelpText('after', examples)
    .action(async (flags: CurateFlags) => {
      const { curateAction } = await import('../actions/curate.ts');
      await curateAction(flags);
    });
}
