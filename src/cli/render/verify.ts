import type { VerifyCounts, VerifyResult } from '../../pipeline/reproof/verify-datasets.ts';
import { printable } from './printable.ts';

/** The result for people: what is proven, and the first rows that are not, each with its place and the reason. */
export function renderVerified({ datasets, unproven, differing, ...counts }: VerifyResult): string {
  const lines = [
    ...(datasets.length > 1 ? datasets.map(({ path, ...own }) => `${path}: ${countsOf(own)}`) : []),
    countsOf(counts),
    ...differing.map(({ name, recorded, here }) => `version of ${name}: ${recorded} recorded, ${here} here`),
    ...unproven.map(({ file, line, id, result, because }) => `${file}:${line}: ${id} ${result}: ${because}`),
    ...more(counts.refuted + counts.unjudged - unproven.length),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function countsOf({ rows, proven, refuted, unjudged }: VerifyCounts): string {
  return rows === 0 ? 'no rows' : `${rows} rows: ${proven} proven, ${refuted} refuted, ${unjudged} unjudged`;
}

function more(left: number): string[] {
  return left > 0 ? [`and ${left} more: --output FILE has them all`] : [];
}

export interface VerifyProgress {
  readonly onCounts: (counts: VerifyCounts) => void;
  readonly onNotice: (notice: string) => void;
  end(): void;
}

const clearLine = '\r\u001B[K';

/** Says how far it is: on a terminal on one line, twice a second; elsewhere with a line now and then. */
export function showVerifyProgress(stream: NodeJS.WriteStream): VerifyProgress {
  const clear = stream.isTTY ? clearLine : '';
  let latest: VerifyCounts | undefined;
  const show = (): void => {
    if (latest) stream.write(stream.isTTY ? `${clearLine}${countsOf(latest)}` : `${countsOf(latest)}\n`);
  };
  const timer = setInterval(show, stream.isTTY ? 500 : 10_000);
  timer.unref();
  return {
    onCounts: (counts) => void (latest = counts),
    onNotice: (notice) => void stream.write(`${clear}${printable(notice)}\n`),
    end: () => {
      clearInterval(timer);
      if (latest) stream.write(clear);
      latest = undefined;
    },
  };
}
