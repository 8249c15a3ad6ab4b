import { showRow } from '../../pipeline/view/show-row.ts';
import type { ShowFlags } from '../commands/show.ts';
import { renderStory } from '../render/show.ts';

/** `winnow show`: prints a row's story. */
export function showAction(id: string, flags: ShowFlags): void {
  const story = showRow({
    dir: flags.run,
    store: flags.store,
    id,
    onIndexing: (share) => void process.stderr.write(`reading the rows of the run: ${Math.round(100 * share)} %\n`),
  });
  process.stdout.write(flags.json ? `${JSON.stringify(story)}\n` : renderStory(story));
}
