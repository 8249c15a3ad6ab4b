import { resolve } from 'node:path';
import { readProblems } from '../../../bench/problems/read-problems.ts';
import { countRow, nothingCounted } from '../../../pipeline/batch/tally.ts';
import { audit } from '../../../pipeline/bench/audit.ts';
import type { AuditFlags } from '../../commands/bench.ts';
import { renderAudit } from '../../render/bench.ts';
import { settingsOf, watching } from './judging.ts';

const interrupted = 'Interrupted. An audit has nothing to go on from: the same command begins anew.';
const defaultMutants = 60;

/** `winnow bench audit`: tries the tests of a problem set, and prints what it found. */
export async function auditAction(flags: AuditFlags): Promise<void> {
  const settings = settingsOf(flags);
  let counts = nothingCounted;
  const summary = await watching(interrupted, async ({ stop, onNotice, onCounts }) => {
    const set = await readProblems(flags.problems, { skipsBadLines: flags.skipBadLines ?? false, onNotice });
    return await audit({
      set,
      title: flags.problems,
      settings,
      mutants: flags.mutants ?? defaultMutants,
      dir: resolve(flags.out),
      stop,
      onProblem: ({ canonical }) => onCounts((counts = countRow(counts, canonical ?? {}))),
    });
  });
  process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : renderAudit(summary, flags.out));
}
