/** What functions that do no work do instead. */
export const stubNames = [
  'undefined',
  'true',
  'false',
  'zero',
  'empty-text',
  'empty-list',
  'argument',
  'throw',
] as const;

export type StubName = (typeof stubNames)[number];

/** The name under which a stub is a mutant of the solution. */
export function stubId(name: StubName): string {
  return `stub:${name}`;
}
