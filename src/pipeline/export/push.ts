import { openAsBlob } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { combinedCard } from '../../export/combined-card.ts';
import { isDataFile } from '../../export/shard-file.ts';
import { pushToHub, type HubFile, type PushOptions } from '../../export/push/hub.ts';
import type { ExportedFormat } from './export-folder.ts';

export type PushDatasetsOptions = Omit<PushOptions, 'files' | 'title'> & {
  readonly datasets: readonly ExportedFormat[];
};

/** Pushes datasets: a single one as the repository itself, several each in a folder under a card of them all. */
export async function pushDatasets(options: PushDatasetsOptions): Promise<{ readonly commit: string }> {
  const { datasets } = options;
  const names = datasets.map(({ format }) => format).join(', ');
  const title = `Export as ${names} with winnow`;
  return await pushToHub({ ...options, title, files: await filesOf(datasets), isStale: staleIn(datasets) });
}

/** An earlier export may have had more files, or of another container; whatever else is there is left alone. */
function staleIn(datasets: readonly ExportedFormat[]): (path: string) => boolean {
  const folders = datasets.map(({ format }) => (datasets.length === 1 ? 'data' : `${format}/data`));
  return (path) => folders.includes(dirname(path)) && isDataFile(basename(path));
}

async function filesOf(datasets: readonly ExportedFormat[]): Promise<HubFile[]> {
  const [only, ...others] = datasets;
  if (only !== undefined && others.length === 0) return await filesIn(only, '');
  const cards = datasets.map(async ({ format, folder }) => ({
    format,
    card: await readFile(join(folder, 'README.md'), 'utf8'),
  }));
  const card = { path: 'README.md', content: new Blob([combinedCard(await Promise.all(cards))]) };
  const files = await Promise.all(datasets.map((dataset) => filesIn(dataset, `${dataset.format}/`)));
  return [card, ...files.flat()];
}

/** What this export wrote, and nothing else that may stand in the folder. */
async function filesIn({ folder, files }: ExportedFormat, prefix: string): Promise<HubFile[]> {
  const beside = (await readdir(folder)).filter((name) => companions.has(name));
  const paths = [...beside, ...files.map(({ path }) => path)];
  return await Promise.all(
    paths.map(async (path) => ({ path: `${prefix}${path}`, content: await openAsBlob(join(folder, path)) })),
  );
}

const companions: ReadonlySet<string> = new Set(['README.md', 'verification.jsonl', 'dataset_info.json']);
