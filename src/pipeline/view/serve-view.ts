import type { Listening } from '../../serve/listen.ts';
import { startViewServer } from '../../serve/view/server.ts';
import { startIndexing } from './index/indexing.ts';
import { placeOf } from './index/place.ts';
import { RunSite } from './site.ts';

export interface ServeViewOptions {
  /** The run's directory. */
  readonly dir: string;
  /** Its store, unless it is `run.db` in the directory. */
  readonly store: string | undefined;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly token: string | undefined;
  /** Ends the server when it aborts. */
  readonly stop: AbortSignal;
  /** Told as soon as requests are answered. */
  readonly onListening: (listening: Listening) => void;
  /** Told of what is a bug of the server. */
  readonly onError: (error: unknown) => void;
}

/** Shows a run over HTTP until it is stopped. Throws an input error where there is no run, and `port-unusable`. */
export async function serveView(options: ServeViewOptions): Promise<void> {
  const { dir, store, onListening, ...server } = options;
  const place = placeOf(dir, store);
  await using indexing = startIndexing(place);
  using site = new RunSite(place, indexing);
  const listening = await startViewServer({ ...server, site });
  onListening(listening);
  await aborted(server.stop);
  await listening.close();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
