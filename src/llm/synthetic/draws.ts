import { seedFrom } from '../../core/id.ts';

/** Numbers drawn from a name: the same name gives the same ones, in every process. */
export class Draws {
  readonly #name: unknown;
  #drawn = 0;

  constructor(name: unknown) {
    this.#name = name;
  }

  /** From 0 to 1, without 1. */
  share(): number {
    this.#drawn += 1;
    return seedFrom([this.#name, this.#drawn]) / 2 ** 31;
  }

  /** A whole number between two, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.between(0, list.length - 1)] ?? list[0];
  }

  chance(share: number): boolean {
    return this.share() < share;
  }

  list<T>(length: number, draw: () => T): T[] {
    return Array.from({ length }, draw);
  }
}
