import type { TypeCheckJob } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { TypeServer } from './server.ts';
import { tell } from './server-watch.ts';

export interface TypeCheckRequest {
  /** See `Slots`. */
  readonly home: string;
  readonly packages: readonly string[];
  /** All in one language. */
  readonly jobs: readonly TypeCheckJob[];
  /** Memory shared with whoever waits. */
  readonly shared: Int32Array;
}

let server: TypeServer | undefined;

/** Runs in a thread of its own, because the server is spoken to synchronously. */
export default function check({ home, packages, jobs, shared }: TypeCheckRequest): Diagnostic[][] {
  tell(shared, { stage: 'starting' });
  try {
    server ??= start(new TypeServer(home, packages), shared);
    tell(shared, { stage: 'loading' });
    return server.check(jobs, (index) => tell(shared, { stage: index }));
  } catch (error) {
    // What a server knows after a failure is anyone's guess: the next batch gets a fresh one.
    server?.close();
    server = undefined;
    throw error;
  }
}

function start(started: TypeServer, shared: Int32Array): TypeServer {
  tell(shared, { pid: started.pid, stage: 'starting' });
  started.warmUp();
  return started;
}
