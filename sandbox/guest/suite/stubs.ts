/**
 * Stand-ins for what the bundled libraries expect of a platform while they load.
 * Imported first; `removeStubs` takes away again what the guest does not offer.
 */
import { clock } from './clock.ts';

class Event {
  readonly type = '';
}

/** chai announces its own plugins to listeners; there are none. */
class EventTarget {
  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true;
  }
}

const stubs: Record<string, unknown> = { EventTarget, Event };

function installStubs(): void {
  Object.assign(globalThis, stubs, {
    performance: { now: () => clock.performanceNow() },
    setTimeout: (callback: () => void, ms?: number) => clock.set(callback, { ms: ms ?? 0, repeat: false }),
    clearTimeout: (id: unknown) => clock.clear(id),
  });
}

export function removeStubs(): void {
  for (const name of Object.keys(stubs)) Reflect.deleteProperty(globalThis, name);
}

installStubs();
