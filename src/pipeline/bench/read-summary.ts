import { join } from 'node:path';
import { inputError } from '../../core/error.ts';
import { readText } from '../../input/read-text.ts';
import type { BenchSummary } from './bench-summary.ts';

/** The summary of a result. Throws an input error where a directory has none. */
export function readSummary(dir: string): BenchSummary {
  const file = join(dir, 'summary.json');
  const text = readText(file, 'the result');
  try {
    const summary = JSON.parse(text) as BenchSummary;
    if (Array.isArray(summary.by_problem) && typeof summary.set.digest === 'string') return summary;
  } catch {}
  throw inputError('bad-result', `${file} is no summary of a result. Make one with winnow bench score --out ${dir}`);
}
