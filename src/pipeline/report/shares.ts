import type { ModelFacts, ShareOfTasks } from '../../report/run/facts.ts';

/** Counts what became of tasks and solutions by some name of theirs. */
export class Shares {
  readonly #counts = new Map<string, { tasks: number; kept: number; dropped: number }>();

  count(name: string | undefined, what: 'tasks' | 'kept' | 'dropped'): void {
    if (name !== undefined) this.#of(name)[what] += 1;
  }

  /** Names that are to stand there even with nothing. */
  expect(names: readonly string[]): void {
    for (const name of names) this.#of(name);
  }

  /** Those with most kept first. */
  byKept(): readonly ShareOfTasks[] {
    return this.#list().toSorted((a, b) => b.kept - a.kept || b.tasks - a.tasks || (a.name < b.name ? -1 : 1));
  }

  inOrderOf(order: readonly string[]): readonly ShareOfTasks[] {
    const place = ({ name }: ShareOfTasks): number => (order.includes(name) ? order.indexOf(name) : order.length);
    return this.#list().toSorted((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
  }

  #list(): ShareOfTasks[] {
    return [...this.#counts].map(([name, counts]) => ({ name, ...counts }));
  }

  #of(name: string): { tasks: number; kept: number; dropped: number } {
    const known = this.#counts.get(name);
    if (known) return known;
    const fresh = { tasks: 0, kept: 0, dropped: 0 };
    this.#counts.set(name, fresh);
    return fresh;
  }
}

/** Counts what became of the solutions of each model. */
export class ModelShares {
  readonly #models = new Map<string, { kept: number; dropped: Record<string, number> }>();

  keep(model: string): void {
    this.#of(model).kept += 1;
  }

  drop(model: string, reason: string): void {
    const { dropped } = this.#of(model);
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  }

  list(): readonly ModelFacts[] {
    const all = [...this.#models].map(([model, counts]) => ({ model, ...counts }));
    return all.toSorted((a, b) => b.kept - a.kept || (a.model < b.model ? -1 : 1));
  }

  #of(model: string): { kept: number; dropped: Record<string, number> } {
    const known = this.#models.get(model);
    if (known) return known;
    const fresh = { kept: 0, dropped: {} };
    this.#models.set(model, fresh);
    return fresh;
  }
}
