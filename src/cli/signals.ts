import { exitCode, WinnowError } from '../core/error.ts';
import type { Stop } from '../pipeline/stop.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

const goesOn = 'Interrupted. What was done is saved: the same command goes on from here.';

/** The first signal finishes what is under way and saves, the second ends at once; returns how to stop listening. */
export function stopOnSignals(stop: Stop, message: string = goesOn): () => void {
  let received = 0;
  const listen = (): void => {
    received += 1;
    if (received > 1) process.exit(exitCode.interrupted);
    process.stderr.write('\nStopping: finishing what is under way. Press Ctrl-C again to end at once.\n');
    stop.request(new WinnowError(message, { code: 'interrupted', exit: exitCode.interrupted }));
  };
  for (const signal of signals) process.on(signal, listen);
  return () => {
    for (const signal of signals) process.off(signal, listen);
  };
}
