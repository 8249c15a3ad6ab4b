import type { TypeCheckJob } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { TypeServer } from './server.ts';

let server: TypeServer | undefined;

/** Runs in a thread of its own, because the server is spoken to synchronously. A server that fails is replaced. */
export default function check(request: {
  readonly home: string;
  readonly jobs: readonly TypeCheckJob[];
}): Diagnostic[][] {
  const current = (server ??= new TypeServer(request.home));
  try {
    return current.check(request.jobs);
  } catch (error) {
    server = undefined;
    closeQuietly(current);
    throw error;
  }
}

function closeQuietly(broken: TypeServer): void {
  try {
    broken.close();
  } catch {
    // It is dead already, which is why it is closed.
  }
}
