import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KnownBenchmark } from '../core/curation.ts';
import { inputError } from '../core/error.ts';
import { readText } from '../input/read-text.ts';

/** What `report.json` of a run or a curation says about the whole, beside how varied it is. */
export interface DatasetReport {
  /** What rows were held against, so that no problem of it is in them. */
  readonly benchmarks: readonly KnownBenchmark[];
  /** The topics of all seeds. */
  readonly wanted_topics?: readonly string[] | undefined;
}

const schema: z.ZodType<DatasetReport> = z.looseObject({
  benchmarks: z.array(z.object({ name: z.string(), problems: z.number() })),
  wanted_topics: z.array(z.string()).optional(),
});

/** The report of a folder; undefined where it has none. Throws an input error for one that cannot be read. */
export function readDatasetReport(folder: string): DatasetReport | undefined {
  const path = join(folder, 'report.json');
  if (!existsSync(path)) return undefined;
  try {
    return schema.parse(JSON.parse(readText(path, 'the report')));
  } catch (cause) {
    throw inputError('report-unreadable', `${path} is no report. Take it away, or make the folder again.`, cause);
  }
}
