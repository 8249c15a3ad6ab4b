import { resolve } from 'node:path';
import { readProblems } from '../../../bench/problems/read-problems.ts';
import { audit } from '../../../pipeline/bench/audit.ts';
import type { AuditFlags } from '../../commands/bench.ts';
import { renderAudit } from '../../render/bench.ts';
import { settingsOf, watching } from './judging.ts';

const interrupted = 'Interrupted. An audit has nothing to go on from: the same command begins anew.';
const defaultMutants = 60;

/** `winnow bench audit`: tries the tests of a problem set, and prints what it found. */
export async function auditAction(flags: AuditFlags): Promise<void> {
  const settings = settingsOf(flags);
  const summary = await watching(interrupted, async ({ stop, onNotice, onCounts }) => {
    const set = await readProblems(flags.problems, { skipsBadLines: flags.skipBadLines ?? false, onNotice });
    return await audit({
      set,
      title: flags.problems,
      settings,
      mutants: flags.mutants ?? defaultMutants,
      dir: resolve(flags.out),
      stop,
      onProblem: (rows) => onCounts({ rows, verdicts: {}, faults: {}, skippedLines: 0 }),
    });
  });
  process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : renderAudit(summary, flags.out));
}
