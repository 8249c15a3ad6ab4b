import type { Job, Outcome } from '../types.ts';
import { Fifo } from './fifo.ts';
import type { Judged, Numbered } from './lane-messages.ts';
import { closedFault, faultOf } from './sentence.ts';

/** A lane as the caller's thread sees it: something that takes jobs, and may be lost with them. */
export interface LaneLink {
  readonly send: (jobs: readonly Numbered[]) => void;
  /** Says whether the process must stay alive for what the lane does. */
  readonly hold: (isHeld: boolean) => void;
  readonly close: () => Promise<void>;
}

export interface LaneEvents {
  readonly onJudged: (judged: readonly Judged[]) => void;
  /** The lane is no more, and nothing further comes from it. */
  readonly onLost: (why: string) => void;
}

export interface DispatcherOptions {
  readonly lanes: number;
  readonly open: (slot: number, events: LaneEvents) => LaneLink;
}

interface Pending {
  readonly numbered: Numbered;
  readonly settle: (outcome: Outcome) => void;
  /** Lanes that were lost with this job in hand. */
  losses: number;
}

interface Slot {
  link: LaneLink | undefined;
  /** A few, so that looking through them is quick; why it is no Map, {@link Fifo} says. */
  readonly inHand: Pending[];
}

/** Jobs that a lane has in hand, at most. When half of them are done it gets more: several in one message. */
const maxInHand = 16;
const maxLosses = 3;
const reopenMs = 50;

/** Hands jobs to lanes, a few at a time, and opens a lane again that is lost. Every job gets one outcome. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #slots: readonly Slot[];
  readonly #waiting = new Fifo<Pending>();
  #nextId = 1;
  #isScheduled = false;
  #isClosed = false;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#slots = Array.from({ length: options.lanes }, () => ({ link: undefined, inHand: [] }));
    for (const index of this.#slots.keys()) this.#open(index);
  }

  submit(job: Job): Promise<Outcome> {
    if (this.#isClosed) return Promise.resolve(closedFault);
    return new Promise((settle) => {
      this.#waiting.push({ numbered: { id: this.#nextId++, job }, settle, losses: 0 });
      this.#dispatchSoon();
    });
  }

  /** Closes all lanes; what has no outcome yet gets a fault. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#slots.flatMap(({ link }) => (link === undefined ? [] : [link.close()])));
    for (const { inHand } of this.#slots) {
      for (const pending of inHand.splice(0)) pending.settle(closedFault);
    }
    for (const pending of this.#waiting.drain()) pending.settle(closedFault);
  }

  #open(index: number): void {
    const slot = this.#slots[index];
    if (slot === undefined || this.#isClosed) return;
    slot.link = this.#options.open(index, {
      onJudged: (judged) => this.#receive(slot, judged),
      onLost: (why) => this.#lose(index, why),
    });
    slot.link.hold(false);
    this.#dispatchSoon();
  }

  /** What is submitted in one turn is shared out together. */
  #dispatchSoon(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#dispatch();
    });
  }

  #dispatch(): void {
    if (this.#isClosed) return;
    const hungry = this.#slots.filter(({ link, inHand }) => link !== undefined && inHand.length <= maxInHand / 2);
    hungry.sort((a, b) => a.inHand.length - b.inHand.length);
    hungry.forEach((slot, index) => {
      const share = Math.ceil(this.#waiting.size / (hungry.length - index));
      this.#give(slot, Math.min(share, maxInHand - slot.inHand.length));
    });
  }

  #give({ link, inHand }: Slot, count: number): void {
    if (link === undefined || count <= 0 || this.#waiting.size === 0) return;
    const given = this.#waiting.take(count);
    if (inHand.length === 0) link.hold(true);
    inHand.push(...given);
    link.send(given.map(({ numbered }) => numbered));
  }

  #receive({ link, inHand }: Slot, judged: readonly Judged[]): void {
    for (const { id, outcome } of judged) takeOut(inHand, id)?.settle(outcome);
    if (inHand.length === 0) link?.hold(false);
    if (this.#waiting.size > 0) this.#dispatchSoon();
  }

  #lose(index: number, why: string): void {
    const slot = this.#slots[index];
    if (slot === undefined || this.#isClosed) return;
    slot.link = undefined;
    const fault = faultOf('worker-failed', `a worker thread of the sandbox ended: ${why}`, true);
    for (const pending of slot.inHand.splice(0)) {
      if (++pending.losses >= maxLosses) pending.settle(fault);
      else this.#waiting.push(pending);
    }
    setTimeout(() => this.#open(index), reopenMs);
  }
}

function takeOut(inHand: Pending[], id: number): Pending | undefined {
  const at = inHand.findIndex(({ numbered }) => numbered.id === id);
  return at === -1 ? undefined : inHand.splice(at, 1)[0];
}
