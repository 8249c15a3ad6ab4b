import { exitCode, WinnowError } from '../core/error.ts';
import type { Stop } from '../pipeline/stop.ts';

const longestTimerMs = 0x7fff_ffff;

/** Stops the run at a moment; returns how to call that off. */
export function stopAt(stop: Stop, moment: Date | undefined): () => void {
  if (!moment) return () => {};
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const leftMs = moment.getTime() - Date.now();
    if (leftMs > 0) timer = setTimeout(wait, Math.min(leftMs, longestTimerMs));
    else stop.request(deadlineReached(moment));
  };
  wait();
  return () => clearTimeout(timer);
}

function deadlineReached(moment: Date): WinnowError {
  const message = `It is past ${moment.toLocaleString()}: the run stopped as --until says. The same command goes on from here.`;
  return new WinnowError(message, { code: 'deadline-reached', exit: exitCode.budgetReached });
}
