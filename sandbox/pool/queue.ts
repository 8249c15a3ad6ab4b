import type { Ticketed } from '../host/protocol.ts';
import type { Job, Outcome } from '../types.ts';

/** A job on its way through a lane. */
export interface Task {
  readonly job: Job;
  readonly settle: (outcome: Outcome) => void;
  /** Times that a child died or stalled with this job at work. */
  deaths: number;
}

interface Sent {
  readonly ticket: number;
  readonly task: Task;
}

/** How many jobs a child is given ahead, so that it never waits for the next one. */
const maxSent = 8;

/**
 * The jobs of one lane: those that wait, those that are to be run alone because a child died with them, and those that
 * the child has, of which it works on the first. Every task that comes in goes out once.
 */
export class TaskQueue {
  readonly #waiting: Task[] = [];
  readonly #suspects: Task[] = [];
  /** In their order. A Map would drag what is done into the old generation, as {@link Fifo} says. */
  readonly #sent: Sent[] = [];
  #nextTicket = 1;

  /** The task that the child is busy with. */
  get atWork(): Task | undefined {
    return this.#sent[0]?.task;
  }

  /** Tasks that the child has. */
  get sentCount(): number {
    return this.#sent.length;
  }

  get isEmpty(): boolean {
    return this.#sent.length + this.#suspects.length + this.#waiting.length === 0;
  }

  add(task: Task): void {
    this.#waiting.push(task);
  }

  /** Puts a task aside, to be run with nothing else in the child. */
  suspect(task: Task): void {
    this.#suspects.push(task);
  }

  /** The jobs to be sent now, at most so many: a suspect alone, or what waits. */
  send(atMost: number): Ticketed[] {
    return this.#next(Math.min(atMost, maxSent - this.#sent.length)).map((task) => {
      const ticket = this.#nextTicket++;
      this.#sent.push({ ticket, task });
      return { ticket, job: task.job };
    });
  }

  #next(atMost: number): Task[] {
    if (atMost <= 0) return [];
    if (this.#suspects.length > 0) return this.#sent.length === 0 ? this.#suspects.splice(0, 1) : [];
    const isAlone = this.atWork !== undefined && this.atWork.deaths > 0;
    return isAlone ? [] : this.#waiting.splice(0, atMost);
  }

  /** Takes out the task at work under its ticket; undefined when the ticket is not that task's. */
  end(ticket: number): Task | undefined {
    return this.#sent[0]?.ticket === ticket ? this.#sent.shift()?.task : undefined;
  }

  /** Takes everything back from a child that died, and gives out the task that it was busy with. */
  bury(): Task | undefined {
    const [atWork, ...innocent] = this.#sent.splice(0).map(({ task }) => task);
    this.#waiting.unshift(...innocent);
    return atWork;
  }

  /** Puts a task back to the front of what waits. */
  restore(task: Task): void {
    this.#waiting.unshift(task);
  }

  /** Takes out all that the child does not have. */
  drain(): Task[] {
    return [...this.#suspects.splice(0), ...this.#waiting.splice(0)];
  }
}
