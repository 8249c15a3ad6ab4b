import type { SampleRow } from '../../core/rows.ts';
import type { ConfidenceBin, ProofPoint } from '../../report/run/facts.ts';

/** Twentieths: fine enough to see, and never more than 441 places. */
const steps = 20;

/** Counts how sure rows are, and beside what share of mutants that their suites kill. */
export class Proofs {
  readonly #bins = new Map<number, number>();
  readonly #points = new Map<string, number>();

  add({ confidence, evidence }: SampleRow): void {
    increase(this.#bins, Math.min(steps - 1, Math.floor(confidence * steps + 1e-9)));
    const score = evidence.mutation?.kind === 'scored' ? evidence.mutation.score : undefined;
    if (score !== undefined) increase(this.#points, `${Math.round(score * steps)} ${Math.round(confidence * steps)}`);
  }

  confidence(): readonly ConfidenceBin[] {
    const least = Math.min(...this.#bins.keys());
    if (!Number.isFinite(least)) return [];
    const bins = Array.from({ length: steps - least }, (_, place) => least + place);
    return bins.map((bin) => ({ from: bin / steps, rows: this.#bins.get(bin) ?? 0 }));
  }

  points(): readonly ProofPoint[] {
    return [...this.#points].map(([key, rows]) => {
      const [score = 0, confidence = 0] = key.split(' ').map(Number);
      return { mutationScore: score / steps, confidence: confidence / steps, rows };
    });
  }
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
