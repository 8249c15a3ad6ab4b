import { Worker } from 'node:worker_threads';
import type { RunPlace } from './place.ts';

/** An index that is kept up to date in the background. */
export interface Indexing extends AsyncDisposable {
  /** Why it is not kept any more, where that is so. */
  readonly problem: string | undefined;
}

export function startIndexing(place: RunPlace): Indexing {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./worker.${extension}`, import.meta.url), { workerData: place });
  let problem: string | undefined;
  worker.on('message', (hindered: string | undefined) => {
    problem = hindered;
  });
  worker.on('error', (error) => {
    problem = error instanceof Error ? error.message : String(error);
  });
  return {
    get problem() {
      return problem;
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}
