import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../../core/error.ts';
import { whyUnreadable } from '../../input/read-text.ts';

/** Something whose rows can be proven again. */
export type Provable =
  /** A file whose rows have their proofs in them. */
  | { readonly kind: 'rows'; readonly path: string }
  /** A folder of data with the proofs in a file beside it. */
  | { readonly kind: 'export'; readonly path: string };

export const sidecarName = 'verification.jsonl';
const sampleNames = ['samples.jsonl', 'samples.jsonl.zst'];

/**
 * What a path stands for: a file of rows, an exported dataset, a folder of several, or a run's or curation's folder.
 * Throws an input error where nothing of the kind is there.
 */
export function findDatasets(path: string): Provable[] {
  if (!isFolder(path)) return [{ kind: 'rows', path }];
  const found = inFolder(path);
  if (found.length > 0) return found;
  const message = `${path} holds no dataset that can be proven: neither ${sidecarName} nor samples.jsonl. Name a folder that winnow run, curate or export wrote, or a file.`;
  throw inputError('no-dataset', message);
}

function inFolder(path: string): Provable[] {
  if (existsSync(join(path, sidecarName))) return [{ kind: 'export', path }];
  const samples = sampleNames.map((name) => join(path, name)).filter((file) => existsSync(file));
  if (samples.length > 0) return samples.map((file) => ({ kind: 'rows', path: file }));
  const folders = readdirSync(path)
    .toSorted()
    .map((name) => join(path, name));
  return folders
    .filter((folder) => existsSync(join(folder, sidecarName)))
    .map((folder) => ({ kind: 'export', path: folder }));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (cause) {
    throw inputError('file-unreadable', `Cannot read ${path}: ${whyUnreadable(cause)}.`, cause);
  }
}
