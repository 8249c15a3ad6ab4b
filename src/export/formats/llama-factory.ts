import type { ShardFile } from '../shard-file.ts';
import type { FormatOf } from './format.ts';
import { sharegpt } from './sharegpt.ts';

/** ShareGPT's layout with the description by which LLaMA-Factory finds it, when the folder is its `dataset_dir`. */
export const llamaFactory: FormatOf<'pairs'> = {
  ...sharegpt,
  shape: `${sharegpt.shape} \`dataset_info.json\` describes the files to LLaMA-Factory.`,
  companions: (files) => ({ 'dataset_info.json': `${JSON.stringify(datasetInfo(files), undefined, 2)}\n` }),
};

/** Each file by its name: LLaMA-Factory takes several as a list of datasets, such as `winnow_train,winnow_train_1`. */
function datasetInfo(files: readonly ShardFile[]): Readonly<Record<string, unknown>> {
  const counts = new Map<string, number>();
  const entries = files.map(({ split, path }) => {
    const count = counts.get(split) ?? 0;
    counts.set(split, count + 1);
    return [`winnow_${split}${count === 0 ? '' : `_${count}`}`, description(path)] as const;
  });
  return Object.fromEntries(entries);
}

function description(path: string): unknown {
  return {
    file_name: path,
    formatting: 'sharegpt',
    columns: { messages: 'conversations' },
    tags: { role_tag: 'from', content_tag: 'value', user_tag: 'human', assistant_tag: 'gpt' },
  };
}
