import type { Key } from '../key.ts';

type ParcelEvent =
  | { type: 'registered'; parcel: string; weightGrams: number }
  | { type: 'scanned'; parcel: string; depot: string }
  | { type: 'delivered'; parcel: string; signedBy: string }
  | { type: 'returned'; parcel: string; reason: string };

/** All logs of up to `longest` of the given events. */
function* logs(events: readonly ParcelEvent[], longest: number): Generator<ParcelEvent[]> {
  yield [];
  if (longest === 0) return;
  for (const rest of logs(events, longest - 1)) for (const event of events) yield [...rest, event];
}

function eventsOf(parcel: string): ParcelEvent[] {
  return [
    { type: 'registered', parcel, weightGrams: 40 },
    { type: 'scanned', parcel, depot: 'A' },
    { type: 'scanned', parcel, depot: 'B' },
    { type: 'delivered', parcel, signedBy: 'Kim' },
    { type: 'returned', parcel, reason: 'lost' },
  ];
}

export const key: Key<[ParcelEvent[]]> = {
  seed: 'data-modelling/parcel-events',
  *cases() {
    const events = eventsOf('p');
    for (const log of logs(events, 3)) {
      yield [log];
      // Most of what can be observed begins with a parcel on its way.
      yield [[...events.slice(0, 2), ...log]];
      yield [[...events.slice(0, 3), ...log]];
    }
    const two = [...events.slice(0, 2), ...eventsOf('q').slice(0, 2), ...events.slice(3)];
    for (const log of logs(two, 3)) yield [log];
    yield [[...eventsOf('__proto__'), ...events, { type: 'registered', parcel: '', weightGrams: 0 }, ...eventsOf('')]];
  },
  oracle(events) {
    // A small table: state → event → next state, or why it is refused.
    const table: Record<string, Record<string, string>> = {
      unknown: { registered: 'waiting', scanned: '!unknown', delivered: '!unknown', returned: '!unknown' },
      waiting: { registered: '!already-registered', scanned: 'moving', delivered: '!not-moving', returned: 'returned' },
      moving: { registered: '!already-registered', scanned: 'moving', delivered: 'delivered', returned: 'returned' },
      delivered: {
        registered: '!already-registered',
        scanned: '!finished',
        delivered: '!finished',
        returned: '!finished',
      },
      returned: {
        registered: '!already-registered',
        scanned: '!finished',
        delivered: '!finished',
        returned: '!finished',
      },
    };
    const refused: { index: number; why: string }[] = [];
    const history = new Map<string, { state: string; applied: ParcelEvent[] }>();
    for (const [index, event] of events.entries()) {
      const known = history.get(event.parcel) ?? { state: 'unknown', applied: [] };
      const to = table[known.state]?.[event.type] ?? '';
      if (to.startsWith('!')) refused.push({ index, why: to.slice(1) });
      else history.set(event.parcel, { state: to, applied: [...known.applied, event] });
    }
    // A parcel's properties are read off the events that were applied to it.
    const parcels = new Map<string, Record<string, unknown>>();
    for (const [id, { state, applied }] of history) {
      const parcel: Record<string, unknown> = { state };
      const scans = applied.flatMap((event) => (event.type === 'scanned' ? [event.depot] : []));
      for (const event of applied) {
        if (event.type === 'registered') parcel['weightGrams'] = event.weightGrams;
        if (event.type === 'delivered') parcel['signedBy'] = event.signedBy;
        if (event.type === 'returned') parcel['reason'] = event.reason;
      }
      if (state === 'moving' || state === 'delivered') {
        parcel['depots'] = scans.filter((depot, i) => i === 0 || depot !== scans[i - 1]);
      }
      parcels.set(id, parcel);
    }
    return { parcels, refused };
  },
  reference: `
export type ParcelEvent =
  | { type: 'registered'; parcel: string; weightGrams: number }
  | { type: 'scanned'; parcel: string; depot: string }
  | { type: 'delivered'; parcel: string; signedBy: string }
  | { type: 'returned'; parcel: string; reason: string };
export type Parcel =
  | { state: 'waiting'; weightGrams: number }
  | { state: 'moving'; weightGrams: number; depots: string[] }
  | { state: 'delivered'; weightGrams: number; depots: string[]; signedBy: string }
  | { state: 'returned'; weightGrams: number; reason: string };
export interface Refusal {
  index: number;
  why: 'already-registered' | 'unknown' | 'finished' | 'not-moving';
}
export function trackParcels(events: readonly ParcelEvent[]): { parcels: Map<string, Parcel>; refused: Refusal[] } {
  const parcels = new Map<string, Parcel>();
  const refused: Refusal[] = [];
  const decide = (parcel: Parcel | undefined, event: ParcelEvent): Parcel | Refusal['why'] => {
    if (event.type === 'registered') {
      return parcel ? 'already-registered' : { state: 'waiting', weightGrams: event.weightGrams };
    }
    if (parcel === undefined) return 'unknown';
    if (parcel.state === 'delivered' || parcel.state === 'returned') return 'finished';
    if (event.type === 'returned') {
      return { state: 'returned', weightGrams: parcel.weightGrams, reason: event.reason };
    }
    if (event.type === 'delivered') {
      if (parcel.state === 'waiting') return 'not-moving';
      return { ...parcel, state: 'delivered', signedBy: event.signedBy };
    }
    const depots = parcel.state === 'moving' ? parcel.depots : [];
    const all = depots.at(-1) === event.depot ? depots : [...depots, event.depot];
    return { state: 'moving', weightGrams: parcel.weightGrams, depots: all };
  };
  for (const [index, event] of events.entries()) {
    const decision = decide(parcels.get(event.parcel), event);
    if (typeof decision === 'string') refused.push({ index, why: decision });
    else parcels.set(event.parcel, decision);
  }
  return { parcels, refused };
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'one pass with a map and a switch' },
    'solve-1': { truth: 'right', note: 'a pure transition function, folded over the log of each parcel' },
    'solve-2': {
      truth: 'wrong',
      defect: 'duplicates',
      note: 'drops a depot that was visited before, not only the last one',
    },
    'solve-3': {
      truth: 'wrong',
      defect: 'ill-typed',
      note: 'behaves rightly, but reads an event that may be undefined and depots of a parcel that may be waiting',
    },
    'solve-4': { truth: 'wrong', defect: 'misread', note: 'delivers waiting parcels, and repeats depots' },
    'roundtrip-0': { truth: 'right', note: 'a tracker class' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'each reason, depots that come again, and two properties' },
    'tests-1': {
      truth: 'wrong',
      defect: 'wrong-expectation',
      note: 'expects a depot that is visited again to be dropped',
    },
  },
};
