import { InvalidArgumentError, Option, type Command } from 'commander';
import { exportContainers, exportFormats, type ExportContainer, type ExportFormat } from '../../config/config.ts';
import type { ExportOptions } from '../../pipeline/export/export-folder.ts';
import { splitShares, wholeNumber } from './values.ts';

/** The flags of `winnow export`, as commander names them. */
export interface ExportFlags {
  readonly run: string;
  readonly format: readonly ExportFormat[];
  readonly out: string;
  readonly container: ExportContainer;
  readonly splits: ExportOptions['shares'];
  readonly reasoning?: boolean;
  readonly shardMb: number;
  readonly direction: ExportOptions['direction'];
  readonly licence: string;
  readonly push?: string;
  readonly private?: boolean;
  readonly hubUrl?: string;
  readonly tokenFile?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow export --run night --format openai,dpo --out datasets
  $ winnow export --run night --format verl --container parquet --splits train=0.95,test=0.05 --out datasets
  $ winnow export --run night --format trl --out datasets --licence apache-2.0 --push me/typescript-pairs

Each format gets a folder in --out: data by split, the proof of each row in verification.jsonl, and a card.
--push takes the token from the environment variable HF_TOKEN, or from --token-file.`;

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the rows of a run as datasets that trainers read')
    .requiredOption('--run <dir>', 'folder of a run, or one that curate or backtranslate wrote')
    .requiredOption('--format <names>', `formats, separated by commas: ${exportFormats.join(', ')}`, formatNames)
    .requiredOption('--out <dir>', 'where the folders of the formats go')
    .addOption(new Option('--container <kind>', 'files of the data').choices(exportContainers).default('jsonl'))
    .addOption(
      new Option('--splits <shares>', 'the share of each split, by group; they add up to 1')
        .argParser(splitShares)
        .default({ train: 0.9, validation: 0.05, test: 0.05 }, 'train=0.9,validation=0.05,test=0.05'),
    )
    .option('--reasoning', 'put the reasoning before a solution, where it is known, as <think>…</think>')
    .option('--shard-mb <n>', 'size of a data file, as JSON lines, at most', wholeNumber(1, 1024 * 1024), 500)
    .addOption(
      new Option('--direction <way>', 'which pairs')
        .choices(['description-to-code', 'code-to-description', 'both'])
        .default('both'),
    )
    .option('--licence <spdx>', "the dataset's licence for the card: an SPDX identifier, or other", licence, 'other')
    .option('--push <owner/name>', 'commit the folders to a dataset repository of a hub', repository)
    .option('--private', 'make the repository private, if it is new')
    .option('--hub-url <url>', 'the hub (default: https://huggingface.co)')
    .option('--token-file <file>', 'a file that holds the token, instead of HF_TOKEN')
    .option('--json', 'print the result as one JSON value')
    .addHelpText('after', examples)
    .action(async (flags: ExportFlags) => {
      const { exportAction } = await import('../actions/export.ts');
      await exportAction(flags);
    });
}

/** Reads a list of formats, each once. */
export function formatNames(text: string): readonly ExportFormat[] {
  const known: readonly string[] = exportFormats;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return [...new Set(names)] as ExportFormat[];
  throw new InvalidArgumentError(`There is no format "${unknown}". Choose from ${exportFormats.join(', ')}.`);
}

function repository(text: string): string {
  if (/^[\w-][\w.-]*\/[\w-][\w.-]*$/u.test(text)) return text;
  throw new InvalidArgumentError('It must be OWNER/NAME, such as me/typescript-pairs.');
}

/** Hubs write identifiers in lower case. */
function licence(text: string): string {
  if (/^[A-Za-z0-9.+-]+$/u.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must be one SPDX identifier, such as apache-2.0, or other.');
}
