import type { Counts } from '../../pipeline/batch/tally.ts';
import { printable } from './printable.ts';

export interface CheckProgress {
  readonly onCounts: (counts: Counts) => void;
  readonly onNotice: (notice: string) => void;
  end(): void;
}

const clearLine = '\r\u001B[K';

/** Says how far it is: on a terminal on one line, twice a second; elsewhere with a line now and then. */
export function showCheckProgress(stream: NodeJS.WriteStream): CheckProgress {
  const isTerminal = stream.isTTY;
  const begun = performance.now();
  let latest: Counts | undefined;
  let first: Counts | undefined;
  const show = (): void => {
    if (!latest || !first) return;
    const rate = ((latest.rows - first.rows) / ((performance.now() - begun) / 1000)).toFixed(1);
    const line = `${latest.rows} rows | ${latest.verdicts['accepted'] ?? 0} accepted | ${rate}/s`;
    stream.write(isTerminal ? `${clearLine}${line}` : `${line}\n`);
  };
  const timer = setInterval(show, isTerminal ? 500 : 10_000);
  timer.unref();
  const clear = isTerminal ? clearLine : '';
  return {
    onCounts: (counts) => {
      first ??= counts;
      latest = counts;
    },
    onNotice: (notice) => void stream.write(`${clear}${printable(notice)}\n`),
    end: () => {
      clearInterval(timer);
      if (latest) stream.write(clear);
      latest = undefined;
    },
  };
}
