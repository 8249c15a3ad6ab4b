/** The objects that both realms know: each has a number, and on the other side a twin of the same number. */
import { weakGet, weakSet } from './natives.ts';
import type { State } from './state.ts';

export interface Entry {
  /** Positive for objects of this realm, negative for twins of the other's. */
  readonly id: number;
  readonly object: object;
  /** What the other side knows. */
  state: State | undefined;
  /** Number of the message that the entry was last seen in. */
  seenIn: number;
  /** Number of the message since which it counts as one that has crossed lately. */
  rememberedIn: number;
  /** Sent once and never looked at again: functions without state, and prototypes. */
  isStable: boolean;
  /** Whether the twin of a promise has been given back to where it came from. */
  isReturned: boolean;
}

export class Entries {
  readonly #byObject = new WeakMap<object, Entry>();
  readonly #byId: Record<number, Entry> = { __proto__: null } as never;
  #next = 1;

  of(object: object): Entry | undefined {
    return weakGet(this.#byObject as never, object) as Entry | undefined;
  }

  at(id: number): Entry | undefined {
    return this.#byId[id];
  }

  /** Gives an object of this realm its number. */
  add(object: object): Entry {
    return this.#put(this.#next++, object);
  }

  /** Takes in the twin of an object of the other realm. */
  adopt(id: number, object: object): Entry {
    return this.#put(id, object);
  }

  #put(id: number, object: object): Entry {
    const entry: Entry = {
      id,
      object,
      state: undefined,
      seenIn: 0,
      rememberedIn: 0,
      isStable: false,
      isReturned: false,
    };
    this.#byId[id] = entry;
    weakSet(this.#byObject, object, entry);
    return entry;
  }
}
