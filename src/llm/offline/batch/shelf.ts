import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Named {
  readonly id: string;
}

/** What a server keeps, in the order in which it came: in memory, and as one JSON file each where a folder is given. */
export class Shelf<T extends Named> {
  readonly #prefix: string;
  readonly #dir: string | undefined;
  readonly #items: Map<string, T>;

  /** `prefix` begins each id and each file's name; a folder from an earlier server is continued. */
  constructor(prefix: string, dir: string | undefined) {
    this.#prefix = prefix;
    this.#dir = dir;
    if (dir !== undefined) mkdirSync(dir, { recursive: true });
    this.#items = new Map((dir === undefined ? [] : readItems<T>(dir, prefix)).map((item) => [item.id, item]));
  }

  /** Such as `batch_000001`: ids sort as their items came. */
  nextId(): string {
    return `${this.#prefix}_${String(this.#items.size + 1).padStart(6, '0')}`;
  }

  /** Keeps an item, in the place of one with the same id. */
  put(item: T): T {
    this.#items.set(item.id, item);
    if (this.#dir !== undefined) writeWhole(join(this.#dir, `${item.id}.json`), JSON.stringify(item));
    return item;
  }

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  /** Newest first. */
  list(): T[] {
    return [...this.#items.values()].toReversed();
  }
}

/** A kill in the midst leaves the old file, or the new one, never a part. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function readItems<T>(dir: string, prefix: string): T[] {
  const names = readdirSync(dir).filter((name) => name.startsWith(`${prefix}_`) && name.endsWith('.json'));
  return names.toSorted().map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as T);
}
