import { parse, stringify } from 'yaml';
import type { ExportFormat } from '../config/config.ts';

/** The card of a dataset whose folder is named for its format. */
export interface NamedCard {
  readonly format: ExportFormat;
  readonly card: string;
}

interface Front {
  readonly tags: readonly string[];
  readonly configs: readonly [{ readonly data_files: readonly DataFiles[] }];
  readonly dataset_info: object;
}

interface DataFiles {
  readonly split: string;
  readonly path: string | readonly string[];
}

/** One card for a repository that holds several formats, each as a configuration in a folder of its name. */
export function combinedCard(cards: readonly NamedCard[]): string {
  const fronts = cards.map(({ format, card }) => ({ format, front: frontOf(card) }));
  const [first] = fronts;
  const front = {
    ...first?.front,
    tags: [...new Set(fronts.flatMap(({ front }) => front.tags))],
    configs: fronts.map(({ format, front }) => ({
      config_name: format,
      data_files: front.configs[0].data_files.map((files) => within(format, files)),
    })),
    dataset_info: fronts.map(({ format, front }) => ({ config_name: format, ...front.dataset_info })),
  };
  const list = cards.map(({ format }) => `- [\`${format}\`](${format}/README.md)`).join('\n');
  return `---\n${stringify(front)}---\n\n# Verified TypeScript data\n\nThe same proven rows in several formats. Each has a folder with its data, the proof of each row (\`verification.jsonl\`) and a card of its own:\n\n${list}\n`;
}

function frontOf(card: string): Front {
  return parse(card.split('---\n')[1] ?? '') as Front;
}

function within(folder: string, { split, path }: DataFiles): DataFiles {
  return { split, path: typeof path === 'string' ? `${folder}/${path}` : path.map((part) => `${folder}/${part}`) };
}
