import type { TypeCheckJob } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { TypeServer } from './server.ts';

let server: TypeServer | undefined;

/** Runs in a thread of its own, because the server is spoken to synchronously. */
export default function check(request: {
  readonly home: string;
  readonly jobs: readonly TypeCheckJob[];
}): Diagnostic[][] {
  server ??= new TypeServer(request.home);
  return server.check(request.jobs);
}
