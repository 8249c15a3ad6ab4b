import type { TypeCheckJob } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { TypeServer } from './server.ts';

export interface TypeCheckRequest {
  /** See `Slots`. */
  readonly home: string;
  readonly jobs: readonly TypeCheckJob[];
  /** Shared memory that tells the process id of the server, so that whoever waits can kill it. */
  readonly serverPid: Int32Array;
}

let server: TypeServer | undefined;

/** Runs in a thread of its own, because the server is spoken to synchronously. */
export default function check({ home, jobs, serverPid }: TypeCheckRequest): Diagnostic[][] {
  server ??= new TypeServer(home);
  Atomics.store(serverPid, 0, server.pid);
  try {
    return server.check(jobs);
  } catch (error) {
    // What a server knows after a failure is anyone's guess: the next batch gets a fresh one.
    server.close();
    server = undefined;
    throw error;
  }
}
