import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

/**
 * A folder for a child to be in. It is removed while the child is still there: no file can be made in a folder that has
 * no name any more, and nothing is left behind when this process dies.
 */
export class EmptyFolder {
  /** The root where no folder can be made, as on a full disk. */
  readonly path: string;
  #isRemoved: boolean;

  constructor() {
    const path = makeFolder();
    this.path = path ?? sep;
    this.#isRemoved = path === undefined;
  }

  remove(): void {
    if (this.#isRemoved) return;
    try {
      rmdirSync(this.path);
      this.#isRemoved = true;
    } catch {
      // Some systems keep a folder for as long as a process is in it.
    }
  }
}

function makeFolder(): string | undefined {
  try {
    return mkdtempSync(join(tmpdir(), 'sandbox-'));
  } catch {
    return undefined;
  }
}
