import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { journalName, type JournalLane, type JournalRow } from '../../core/journal.ts';
import type { Clock } from '../../core/ports.ts';
import { reasonRow } from '../../core/rows.ts';
import type { AdmittedLane } from '../admission/admission.ts';
import type { OnEvent, RunEvent } from '../events.ts';

type Happening = JournalRow extends infer Row ? (Row extends unknown ? Omit<Row, 'at_ms'> : never) : never;

/**
 * Writes what happens in a run into `run.db.progress` of its directory, begun anew by each invocation that works: for
 * whoever watches, and deletable at any time. A disk that does not take it is no reason to stop a run.
 */
export class RunJournal implements Disposable {
  readonly #path: string;
  readonly #clock: Clock;
  #file: number | undefined;

  constructor(dir: string, clock: Clock) {
    this.#path = join(dir, journalName);
    this.#clock = clock;
  }

  /** Notes an event, before whoever else hears of it. */
  readonly onEvent: OnEvent = (event) => {
    try {
      if (event.kind === 'run-started') this.#begin();
      for (const happening of happeningsOf(event)) this.#write(happening);
    } catch {
      this[Symbol.dispose]();
    }
  };

  [Symbol.dispose](): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #begin(): void {
    this[Symbol.dispose]();
    this.#file = openSync(this.#path, 'w');
  }

  #write(happening: Happening): void {
    if (this.#file === undefined) return;
    const row: JournalRow = { at_ms: this.#clock.now(), ...happening };
    writeSync(this.#file, `${JSON.stringify(row)}\n`);
  }
}

function happeningsOf(event: RunEvent): Happening[] {
  switch (event.kind) {
    case 'run-started':
      return [{ kind: 'started', pid: process.pid, seeds: event.seeds, target: event.target }];
    case 'round-started':
      return [{ kind: 'round', round: event.round, draws: event.seeds }];
    case 'lane-settled':
      return [{ kind: 'lane', key: event.seed }];
    case 'backtranslation-settled':
      return [{ kind: 'described', sample: event.sample }];
    case 'round-ended':
      return [{ kind: 'admitted', counts: event.counts, lanes: event.lanes.map(journalLane) }];
    case 'endpoint-rests':
      return [{ kind: 'rests', endpoint: event.endpoint, why: event.why }];
    case 'files-written':
      return [{ kind: 'written' }];
    case 'run-resumed':
    case 'samples-admitted':
      return [];
  }
}

function journalLane({ draw, kept, dropped }: AdmittedLane): JournalLane {
  const drops = [...dropped].map(([sample, { stage, reason }]) => ({ sample, stage, reason: reasonRow(reason) }));
  return { key: draw.key, kept, dropped: drops };
}
