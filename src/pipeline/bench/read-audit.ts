import { join } from 'node:path';
import { z } from 'zod';
import type { AuditSummary } from '../../bench/audit/summary.ts';
import { inputError } from '../../core/error.ts';
import { readText } from '../../input/read-text.ts';

const ids = z.array(z.string());
const count = z.int().min(0);
const schema: z.ZodType<AuditSummary> = z.object({
  problems: count,
  digest: z.string(),
  found: z.object({ sound: ids, weak: ids, wrong: ids, flaky: ids, unchecked: ids }),
  mutants: z.object({ noticed: count, missed: count, equivalent: count }),
});

/** Reads what an audit found. Throws an input error where there is none, or it is of another problem set. */
export function readAudit(dir: string, digest: string): AuditSummary {
  const file = join(dir, 'audit.json');
  const parsed = schema.safeParse(jsonOf(readText(file, 'the audit')));
  if (!parsed.success)
    throw inputError('bad-audit', `${file} is no audit. Make one with winnow bench audit --out ${dir}`);
  if (parsed.data.digest === digest) return parsed.data;
  throw inputError('other-set', `${file} is an audit of another problem set, or of an earlier state of this one.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
