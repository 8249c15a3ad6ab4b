import { API, type Diagnostic as ServerDiagnostic, type Program } from 'typescript/unstable/sync';
import type { TypeCheckJob } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { type CandidateFile, candidateFiles } from './candidate/files.ts';
import { isFixed, type Language, Slots, slotCount } from './slots.ts';

/** The files of one candidate and where they lie. */
interface Placed {
  readonly folder: string;
  readonly files: readonly CandidateFile[];
}

/** TypeScript's native server with a program of fixed slots for each language. Not for the main thread: every call blocks. */
export class TypeServer {
  readonly #slots: Slots;
  readonly #api: API;
  /** The batch before: the server is told with the next one that it is no longer there. */
  #former: readonly Placed[] = [];

  /** See `Slots`. */
  constructor(home: string, chosen: readonly string[] = []) {
    this.#slots = new Slots(home, chosen);
    this.#api = new API({ cwd: '/', fs: this.#slots.fileSystem });
  }

  /** Loads what every candidate may use. To be called before the first check. */
  warmUp(): void {
    const probe = { path: 'solution.test.ts', side: 'suite', text: warmUpSuite, begin: 0, end: 0 } as const;
    this.#check('ts', [[probe]], () => undefined);
    this.#slots.seal();
  }

  /**
   * The errors of each job, at most as many jobs of one language as there are slots.
   *
   * @param onCheck Hears which job is about to be checked.
   */
  check(jobs: readonly TypeCheckJob[], onCheck: (index: number) => void): Diagnostic[][] {
    const language = jobs[0]?.language ?? 'ts';
    if (jobs.length > slotCount) throw new Error(`${jobs.length} candidates do not fit into ${slotCount} slots`);
    return this.#check(language, jobs.map(candidateFiles), onCheck);
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

  #check(
    language: Language,
    candidates: readonly (readonly CandidateFile[])[],
    onCheck: (index: number) => void,
  ): Diagnostic[][] {
    const placed = candidates.map((files, slot) => ({ folder: this.#slots.folder(language, slot), files }));
    const config = this.#slots.config(language);
    const snapshot = this.#api.updateSnapshot({ openProjects: [config], fileChanges: this.#replace(placed) });
    try {
      const program = snapshot.getProject(config)?.program;
      if (!program) throw new Error('the type server did not open its project');
      const broken = Map.groupBy(program.getSyntacticDiagnostics(), ({ fileName }) => fileName);
      return placed.map(({ folder, files }, slot) => {
        onCheck(slot);
        return files.flatMap((file) => this.#checkFile(program, folder, file, broken.get(`${folder}/${file.path}`)));
      });
    } finally {
      snapshot.dispose();
    }
  }

  /** Puts a batch in the place of the one before, and says which paths that changes. */
  #replace(placed: readonly Placed[]): { changed: string[]; created: string[]; deleted: string[] } {
    const [former, current] = [pathsOf(this.#former), pathsOf(placed)];
    for (const { folder, files } of this.#former) this.#slots.empty(folder, files);
    for (const { folder, files } of placed) this.#slots.fill(folder, files);
    this.#former = placed;
    const paths = [...new Map([...former, ...current])];
    const further = paths.filter(([, isAlwaysThere]) => !isAlwaysThere).map(([path]) => path);
    return {
      changed: paths.flatMap(([path, isAlwaysThere]) =>
        isAlwaysThere || (former.has(path) && current.has(path)) ? [path] : [],
      ),
      created: further.filter((path) => !former.has(path)),
      deleted: further.filter((path) => !current.has(path)),
    };
  }

  #checkFile(
    program: Program,
    folder: string,
    { path, side, text, begin, end }: CandidateFile,
    // What is missing may be missed only where the added text begins.
    syntactic: readonly ServerDiagnostic[] = [],
  ): Diagnostic[] {
    if (text === '') return [];
    const semantic = program.getSemanticDiagnostics(`${folder}/${path}`);
    const found = [...syntactic, ...semantic.filter(({ pos }) => pos >= begin && pos <= end)];
    const name = isFixed(path) ? '' : `${path}: `;
    return found.map((one) => ({
      file: side,
      line: lineAt(text, Math.min(one.pos, end)),
      code: one.code,
      message: name + this.#slots.withoutPlaces(folder, messageOf(one)),
    }));
  }
}

/** Uses what nearly every suite uses, so that its types are there before the first candidate is. */
const warmUpSuite = `import { describe, expect, test, vi } from 'vitest';
import { expect as jestExpect } from '@jest/globals';
import * as fc from 'fast-check';
import { fc as fc2, test as test2 } from '@fast-check/vitest';
`;

/** The paths of a batch, and whether they are there whatever the batch. */
function pathsOf(placed: readonly Placed[]): ReadonlyMap<string, boolean> {
  return new Map(
    placed.flatMap(({ folder, files }) => files.map(({ path }) => [`${folder}/${path}`, isFixed(path)] as const)),
  );
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n?|\n/u).length;
}

function messageOf(diagnostic: ServerDiagnostic): string {
  return [diagnostic.text, ...(diagnostic.messageChain ?? []).map(messageOf)].join(' ');
}
