/** Sets of near-duplicates, growing as links between their members are found (union-find with path halving). */
export class Clusters {
  #parents = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a member that is alone as yet; returns its number, from 0. */
  add(): number {
    if (this.#size === this.#parents.length) {
      const larger = new Int32Array(this.#size * 2);
      larger.set(this.#parents);
      this.#parents = larger;
    }
    this.#parents[this.#size] = this.#size;
    this.#size += 1;
    return this.#size - 1;
  }

  /** Makes two clusters one; its root is the earlier of their roots. */
  join(a: number, b: number): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)].toSorted((x, y) => x - y) as [number, number];
    this.#parents[second] = first;
  }

  /** The earliest member of a member's cluster. */
  rootOf(member: number): number {
    const parents = this.#parents;
    let at = member;
    for (let above = this.#parent(at); above !== at; above = this.#parent(at)) {
      const grandparent = this.#parent(above);
      parents[at] = grandparent;
      at = grandparent;
    }
    return at;
  }

  #parent(member: number): number {
    return this.#parents[member] ?? member;
  }
}

/** For each cluster's root, its best member: the one with the most evidence, the earliest of several. */
export function representatives(clusters: Clusters, evidence: (member: number) => number): Map<number, number> {
  const best = new Map<number, number>();
  for (let member = 0; member < clusters.size; member += 1) {
    const root = clusters.rootOf(member);
    const rival = best.get(root);
    if (rival === undefined || evidence(member) > evidence(rival)) best.set(root, member);
  }
  return best;
}
