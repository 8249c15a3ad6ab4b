/** How a solution is to be written. */
export const styles = ['functional', 'imperative', 'class-based', 'strictly-typed'] as const;
export type Style = (typeof styles)[number];

/** What a blind suite is to be about. */
export const focuses = ['whole', 'edge-cases', 'properties'] as const;
export type Focus = (typeof focuses)[number];

/** What can be criticised and revised. */
export const critiqued = ['task', 'solution', 'tests'] as const;
export type Critiqued = (typeof critiqued)[number];

/** A principle that work is criticised by. */
export interface Principle {
  readonly name: string;
  readonly text: string;
  readonly applies: readonly Critiqued[];
}
