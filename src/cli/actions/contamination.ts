import { bundled } from '../../config/bundled.ts';
import { buildIndexFile, readIndex } from '../../pipeline/contamination/index-files.ts';
import type { ContaminationBuildFlags } from '../commands/contamination.ts';
import { indexSummary, renderIndex, type SomeIndex } from '../render/contamination.ts';

/** `winnow contamination build`: makes an index and says what is in it. */
export async function buildAction(flags: ContaminationBuildFlags): Promise<void> {
  const { from, out, allow = [], n } = flags;
  show(await buildIndexFile({ from, out, allowed: allow, ...(n !== undefined && { n }) }), out, flags);
}

/** `winnow contamination list`: says what is in an index. */
export function listAction(file: string = bundled.benchmarks, flags: { readonly json?: boolean }): void {
  show(readIndex(file), file, flags);
}

function show(index: SomeIndex, path: string, { json }: { readonly json?: boolean }): void {
  process.stdout.write(json ? `${JSON.stringify(indexSummary(index, path))}\n` : renderIndex(index, path));
}
