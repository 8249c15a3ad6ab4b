import { API, type Diagnostic as ServerDiagnostic, type Snapshot } from 'typescript/unstable/sync';
import type { TypeCheckJob } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { Slots } from './slots.ts';

/** TypeScript's native server with one program of fixed slots. Not for the main thread: every call blocks. */
export class TypeServer {
  readonly #slots: Slots;
  readonly #api: API;
  /** Slots that the batch before filled: the server is told with the next batch that they are empty. */
  #filled = 0;

  /** `home`: see `Slots`. */
  constructor(home: string) {
    this.#slots = new Slots(home);
    this.#api = new API({ cwd: home, fs: this.#slots.fileSystem });
  }

  /** The errors of each job, at most as many jobs as there are slots. */
  check(jobs: readonly TypeCheckJob[]): Diagnostic[][] {
    for (const [slot, job] of jobs.entries()) this.#slots.fill(slot, job);
    const changed = upTo(Math.max(jobs.length, this.#filled)).flatMap((slot) => [
      this.#slots.solution(slot),
      this.#slots.suite(slot),
    ]);
    this.#filled = jobs.length;
    const snapshot = this.#api.updateSnapshot({ openProjects: [this.#slots.config], fileChanges: { changed } });
    try {
      return jobs.map((_, slot) => this.#checkSlot(snapshot, slot));
    } finally {
      snapshot.dispose();
      this.#empty(jobs.length);
    }
  }

  /** The server's process: one that does not come back can only be killed from outside. */
  get pid(): number {
    // The API keeps its process to itself; the pinned version is why this may look inside.
    const { client } = this.#api as unknown as { client: { channel: { child: { pid: number } } } };
    return client.channel.child.pid;
  }

  close(): void {
    this.#api.close();
  }

  #checkSlot(snapshot: Snapshot, slot: number): Diagnostic[] {
    const program = snapshot.getProject(this.#slots.config)?.program;
    if (!program) throw new Error('the type server did not open its project');
    const files = [
      { file: 'solution', path: this.#slots.solution(slot) },
      { file: 'suite', path: this.#slots.suite(slot) },
    ] as const;
    return files.flatMap(({ file, path }) =>
      [...program.getSyntacticDiagnostics(path), ...program.getSemanticDiagnostics(path)].map((found) => ({
        file,
        line: lineAt(this.#slots.text(path), found.pos),
        code: found.code,
        message: this.#slots.withoutPlaces(slot, messageOf(found)),
      })),
    );
  }

  /** What one batch declared must not be there for the next one. */
  #empty(count: number): void {
    for (const slot of upTo(count)) this.#slots.fill(slot, { solution: '', suite: '' });
  }
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function messageOf(diagnostic: ServerDiagnostic): string {
  return [diagnostic.text, ...(diagnostic.messageChain ?? []).map(messageOf)].join(' ');
}
