import type { SampleRow } from '../../core/rows.ts';
import { DiversityMeasure, type DiversityReport } from '../../curate/diversity/measure.ts';
import type { CardFacts } from '../../export/card.ts';

export type Surveyed = Pick<
  CardFacts,
  'models' | 'recorded' | 'samples' | 'tasks' | 'sourceLicences' | 'versions' | 'diversity'
>;

/** Gathers, sample by sample, what a card says about the origin of them all. */
export class Survey {
  readonly #models = new Set<string>();
  readonly #recorded = new Set<SampleRow['lineage']['recorded']>();
  readonly #tasks = new Set<string>();
  readonly #licences = new Map<string, number>();
  readonly #versions = new Map<string, Set<string>>();
  readonly #variety = new DiversityMeasure();
  #samples = 0;

  add({ id, lineage, task, solution, verification }: SampleRow): void {
    const { statement, topics, difficulty } = task;
    this.#variety.add({ key: id, statement, solution, topics, difficulty });
    this.#samples += 1;
    this.#tasks.add(task.id);
    this.#models.add(lineage.model);
    this.#recorded.add(lineage.recorded);
    if (lineage.source) this.#countLicence(lineage.source.licence ?? 'unknown');
    for (const [name, version] of Object.entries(verification.versions ?? {})) this.#noteVersion(name, version);
  }

  result(): Surveyed {
    const versions = [...this.#versions].map(([name, seen]) => [name, [...seen].toSorted().join(' and ')] as const);
    return {
      models: [...this.#models].toSorted(),
      recorded: [...this.#recorded].toSorted(),
      samples: this.#samples,
      tasks: this.#tasks.size,
      sourceLicences: Object.fromEntries([...this.#licences].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      versions: Object.fromEntries(versions),
      diversity: figuresOf(this.#variety.report()),
    };
  }

  #countLicence(licence: string): void {
    this.#licences.set(licence, (this.#licences.get(licence) ?? 0) + 1);
  }

  #noteVersion(name: string, version: string): void {
    this.#versions.set(name, (this.#versions.get(name) ?? new Set()).add(version));
  }
}

/** What a card shows of the variety of samples. */
function figuresOf({ score, parts, vendi, style }: DiversityReport): Readonly<Record<string, number>> {
  const named = Object.entries(parts).flatMap(([name, value]) =>
    value === null ? [] : [[`of it: ${name}`, value] as const],
  );
  return {
    'score (0 to 1)': score,
    ...Object.fromEntries(named),
    [`effective statements of ${vendi.of} (Vendi score)`]: vendi.statements,
    [`effective solutions of ${vendi.of} (Vendi score)`]: vendi.solutions,
    'median lines of a solution': style.lines.median,
  };
}
