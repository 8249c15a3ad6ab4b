import { join } from 'node:path';
import type { FileSystem } from 'typescript/unstable/fs';
import type { TypeCheckJob } from '../core/ports.ts';
import { disarm } from './hazards.ts';
import { guestEnvironment } from './guest-environment.ts';

/** Candidates that one program holds at most. */
export const slotCount = 64;

const compilerOptions = {
  target: 'es2024',
  lib: ['es2024'],
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  strict: true,
  noUncheckedIndexedAccess: true,
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

/** A file system in memory with a fixed number of slots for candidates, laid over the real one. */
export class Slots {
  readonly config: string;
  readonly #root: string;
  readonly #files = new Map<string, string>();

  /** `home` is a folder from which the packages that suites import can be resolved; nothing is written there. */
  constructor(home: string) {
    this.#root = join(home, '.winnow-types');
    this.config = join(this.#root, 'tsconfig.json');
    const environment = join(this.#root, 'environment.d.ts');
    const slots = Array.from({ length: slotCount }, (_, slot) => slot);
    const files = [environment, ...slots.flatMap((slot) => [this.solution(slot), this.suite(slot)])];
    this.#files.set(this.config, JSON.stringify({ compilerOptions, files }));
    this.#files.set(environment, guestEnvironment);
    for (const slot of slots) this.fill(slot, { solution: '', suite: '' });
  }

  solution(slot: number): string {
    return join(this.#root, `slot-${slot}`, 'solution.ts');
  }

  suite(slot: number): string {
    return join(this.#root, `slot-${slot}`, 'solution.test.ts');
  }

  fill(slot: number, job: TypeCheckJob): void {
    this.#files.set(this.solution(slot), disarm(job.solution));
    this.#files.set(this.suite(slot), disarm(job.suite ?? ''));
  }

  /** A message about a slot's files that would be the same in any slot, on any machine. */
  withoutPlaces(slot: number, message: string): string {
    return message.replaceAll(join(this.#root, `slot-${slot}`), '.').replaceAll(/(?<=")[^"]*\/node_modules\//gu, '');
  }

  text(path: string): string {
    return this.#files.get(path) ?? '';
  }

  get fileSystem(): FileSystem {
    const ours = (path: string): boolean => path.startsWith(this.#root);
    return {
      readFile: (path) => (ours(path) ? (this.#files.get(path) ?? null) : undefined),
      fileExists: (path) => (ours(path) ? this.#files.has(path) : undefined),
      directoryExists: (path) => (ours(path) ? this.#isFolder(path) : undefined),
      getAccessibleEntries: (path) => (ours(path) ? { files: [], directories: [] } : undefined),
      realpath: (path) => path,
    };
  }

  #isFolder(path: string): boolean {
    return path === this.#root || this.#files.has(join(path, 'solution.ts'));
  }
}
