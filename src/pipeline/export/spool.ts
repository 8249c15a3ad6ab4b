import { open, rm, type FileHandle } from 'node:fs/promises';

/** Texts by their key, on the disk: only where each one begins is held in memory. */
export class Spool implements AsyncDisposable {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #ordinals = new Map<string, number>();
  readonly #ends: number[] = [];
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #saved = 0;

  /** Makes a file, which is gone when the spool is disposed of. */
  static async open(path: string): Promise<Spool> {
    return new Spool(path, await open(path, 'w+'));
  }

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  has(key: string): boolean {
    return this.#ordinals.has(key);
  }

  async add(key: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#ordinals.set(key, this.#ends.length);
    this.#ends.push((this.#ends.at(-1) ?? 0) + bytes.length);
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= 1024 * 1024) await this.#save();
  }

  /** The text of a key; undefined where there is none. */
  async get(key: string): Promise<string | undefined> {
    const ordinal = this.#ordinals.get(key);
    if (ordinal === undefined) return undefined;
    await this.#save();
    const start = this.#ends[ordinal - 1] ?? 0;
    const bytes = Buffer.alloc((this.#ends[ordinal] ?? start) - start);
    await this.#file.read(bytes, 0, bytes.length, start);
    return bytes.toString('utf8');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
    await rm(this.#path, { force: true });
  }

  async #save(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    await this.#file.write(bytes, 0, bytes.length, this.#saved);
    this.#saved += bytes.length;
  }
}
