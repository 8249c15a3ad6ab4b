import { resolve } from 'node:path';
import { compareResults } from '../../../pipeline/bench/compare-results.ts';
import { writeComparisonPage } from '../../../pipeline/report/write-page.ts';
import type { CompareFlags } from '../../commands/bench.ts';
import { renderComparison } from '../../render/bench.ts';

/** `winnow bench compare`: how results of the same problems differ, and how sure that is. */
export async function compareAction(dirs: readonly string[], flags: CompareFlags): Promise<void> {
  const { k: ks, out } = flags;
  const comparison = await compareResults({ dirs, ...(ks && { ks }), ...(out !== undefined && { out: resolve(out) }) });
  if (out !== undefined) await writeComparisonPage(resolve(out), comparison);
  process.stdout.write(flags.json ? `${JSON.stringify(comparison)}\n` : renderComparison(comparison));
}
