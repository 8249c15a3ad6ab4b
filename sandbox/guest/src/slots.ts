/**
 * Functions of the platform that a suite may replace through `vi`, but that no assignment can: a solution that could
 * patch `Date.now` or `setTimeout` could fake the time that it is measured by.
 */
interface Slot {
  readonly owner: object;
  readonly key: string;
  /** Holds the current implementation under `key`; spies are put here. */
  readonly holder: Record<string, unknown>;
}

const slots: Slot[] = [];

/** Makes `owner[key]` read from a private holder, and assignments to it fail. */
export function defineSlot(owner: object, key: string, value: unknown): void {
  const holder: Record<string, unknown> = { [key]: value };
  Object.defineProperty(owner, key, { get: () => holder[key], enumerable: owner === globalThis, configurable: false });
  slots.push({ owner, key, holder });
}

/** The object whose property a spy on `owner[key]` has to replace. */
export function slotHolder(owner: object, key: PropertyKey): object {
  return slots.find((slot) => slot.owner === owner && slot.key === key)?.holder ?? owner;
}

/** Finds the slot of a global, for `vi.stubGlobal`. */
export function globalSlot(key: PropertyKey): Record<string, unknown> | undefined {
  return slots.find((slot) => slot.owner === globalThis && slot.key === key)?.holder;
}
