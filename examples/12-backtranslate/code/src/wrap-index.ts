/** The place in a ring of so many places that an index comes to, from either side; -1 where there is none. */
export function wrapIndex(index: number, length: number): number {
  if (!Number.isInteger(index) || length <= 0) return -1;
  const rest = index % length;
  return rest < 0 ? rest + length : rest;
}
