import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = packageRoot(dirname(fileURLToPath(import.meta.url)));

/** Files that ship with Winnow: the offline configuration, the seeds, the recorded replies, the principles and an index of benchmarks. */
export const bundled: {
  readonly root: string;
  readonly config: string;
  readonly seeds: string;
  readonly replies: string;
  readonly principles: string;
  readonly benchmarks: string;
} = {
  root: root,
  config: join(root, 'problem-seeds', 'offline.config.yaml'),
  seeds: join(root, 'problem-seeds', 'seeds'),
  replies: join(root, 'problem-seeds', 'replies'),
  principles: join(root, 'problem-seeds', 'principles.yaml'),
  benchmarks: join(root, 'problem-seeds', 'contamination', 'published.index'),
};

function packageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder));
}
