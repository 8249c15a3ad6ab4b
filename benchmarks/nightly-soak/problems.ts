import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unbalanced, type StageTable } from '../../src/core/accounting.ts';
import { normalisedTokens } from '../../src/curate/tokens.ts';
import { readLog } from '../../src/llm/offline/request-log.ts';
import { readRows } from '../../tests/e2e/run-files.ts';
import type { SoakNight } from './night.ts';

/** What must not be: counts that do not add up, rows that come twice, replies that were stored and asked for again. */
export function problemsOf(root: string, log: string, nights: readonly SoakNight[]): readonly string[] {
  return [...accountingProblems(root), ...repeatedRows(root), ...repeatedRequests(log, nights.length)];
}

function accountingProblems(root: string): string[] {
  return readdirSync(join(root, 'nights')).flatMap((night) => {
    const text = readFileSync(join(root, 'nights', night, 'accounting.json'), 'utf8');
    const { stages } = JSON.parse(text) as { stages: StageTable };
    return unbalanced(stages).map((problem) => `${night}: ${problem}`);
  });
}

function repeatedRows(root: string): string[] {
  const folder = join(root, 'dataset', 'samples');
  const seen = new Map<string, string>();
  return readdirSync(folder)
    .flatMap((file) => readRows<{ id: string; solution: string }>(join(folder, file)))
    .flatMap(({ id, solution }) => {
      const key = normalisedTokens(solution).join(' ');
      const earlier = seen.get(key);
      seen.set(key, id);
      return earlier === undefined ? [] : [`${id} repeats ${earlier}`];
    });
}

/** A kill may cost the requests that were under way, and no more. */
const underWay = 16;

function repeatedRequests(log: string, nights: number): string[] {
  const answered = readLog(log).filter((entry) => entry.status === 200 && entry.fault === undefined);
  const times = Map.groupBy(answered, ({ label }) => JSON.stringify(label));
  const again = [...times.values()].reduce((sum, entries) => sum + entries.length - 1, 0);
  return again <= nights * underWay
    ? []
    : [`${again} answered requests were sent again, more than the ${nights * underWay} that kills may cost`];
}
