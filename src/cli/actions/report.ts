import { join } from 'node:path';
import { inputError } from '../../core/error.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import { pageName, pageOf } from '../../pipeline/report/write-page.ts';
import type { ReportFlags } from '../commands/report.ts';

/** `winnow report`: draws the page about a folder, and says where it is. */
export async function reportAction(folders: readonly string[], flags: ReportFlags): Promise<void> {
  const { format, json = false } = flags;
  const out = flags.out ?? placeFor(folders, flags);
  const text = await pageOf(folders, format);
  if (out === undefined) {
    process.stdout.write(json ? `${JSON.stringify({ markdown: text })}\n` : text);
    return;
  }
  await writeAtomically(out, [text]);
  process.stdout.write(json ? `${JSON.stringify({ file: out })}\n` : `${out}\n`);
}

function placeFor([folder = '.', ...others]: readonly string[], { format }: ReportFlags): string | undefined {
  if (format === 'md') return undefined;
  if (others.length === 0) return join(folder, pageName);
  throw inputError('bad-usage', 'The page about several results needs a place of its own: give it with --out FILE.');
}
