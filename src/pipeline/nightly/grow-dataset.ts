import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import { readLines } from '../../input/jsonl.ts';
import { openBytes } from '../../input/byte-source.ts';
import { writeAtomically } from '../../output/atomic-file.ts';

/** A version of the dataset: the files of it, those of earlier versions first. */
export interface Manifest {
  readonly version: number;
  readonly night: string;
  readonly rows: number;
  readonly files: readonly ManifestFile[];
}

interface ManifestFile {
  /** Relative to the manifest's folder. */
  readonly path: string;
  readonly night: string;
  readonly rows: number;
  readonly sha256: string;
}

const manifestSchema: z.ZodType<Manifest> = z.object({
  version: z.number(),
  night: z.string(),
  rows: z.number(),
  files: z.array(z.object({ path: z.string(), night: z.string(), rows: z.number(), sha256: z.string() })),
});

const latest = 'manifest.json';

/** The newest version; undefined before the first. Throws an input error for a manifest that cannot be read. */
function readManifest(dataset: string): Manifest | undefined {
  const path = join(dataset, latest);
  if (!existsSync(path)) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw inputError(
      'manifest-unreadable',
      `${path} is no manifest of a dataset. Restore it from ${join(dataset, 'versions')}.`,
      cause,
    );
  }
}

/**
 * Adds a night's samples to the dataset: a file of its own, and a version whose manifest names it with all before.
 * A night that is in it already changes nothing.
 */
export async function growDataset(dataset: string, night: string, samples: string): Promise<Manifest> {
  const before = readManifest(dataset);
  if (before?.files.some((file) => file.night === night)) return before;
  const name = `${night}.jsonl`;
  const { rows, sha256 } = await measured(samples);
  const files = before?.files ?? [];
  const added = rows === 0 ? [] : [{ path: `samples/${name}`, night, rows, sha256 }];
  if (rows > 0) await writeAtomically(join(dataset, 'samples', name), createReadStream(samples));
  const manifest: Manifest = {
    version: (before?.version ?? 0) + 1,
    night,
    rows: (before?.rows ?? 0) + rows,
    files: [...files, ...added],
  };
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  await writeAtomically(join(dataset, 'versions', `${manifest.version}.json`), [text]);
  await writeAtomically(join(dataset, latest), [text]);
  return manifest;
}

async function measured(path: string): Promise<{ readonly rows: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  using source = await openBytes(path);
  let rows = 0;
  for await (const _ of readLines(source, new AbortController().signal)) rows += 1;
  return { rows, sha256: hash.digest('hex') };
}
