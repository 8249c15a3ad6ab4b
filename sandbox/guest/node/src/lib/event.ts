import { invalidArgument, nodeError } from './node-error.ts';

interface EventInit {
  readonly bubbles?: boolean;
  readonly cancelable?: boolean;
  readonly composed?: boolean;
}

/** What a dispatch may do to an event, and others may not. */
export interface Dispatch {
  target: object | null;
  phase: 0 | 2;
  stopped: boolean;
  prevented: boolean;
  passive: boolean;
}

const dispatches = new WeakMap<Event, Dispatch>();

/** The state of an event that only its target changes. Throws on what is no event. */
export function dispatchOf(event: unknown): Dispatch {
  const dispatch = dispatches.get(event as Event);
  if (dispatch !== undefined) return dispatch;
  throw invalidArgument('event', 'an instance of Event', event);
}

/** The web's `Event` (DOM standard, section 2.2), for targets that have no tree above them. */
export class Event {
  readonly type: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
  readonly timeStamp: number = performance.now();
  readonly isTrusted: boolean = false;
  cancelBubble = false;

  constructor(...args: [type?: unknown, init?: EventInit]) {
    const [type, init] = args;
    if (args.length === 0) throw nodeError(TypeError, 'ERR_MISSING_ARGS', 'The "type" argument must be specified');
    this.type = String(type);
    this.bubbles = init?.bubbles === true;
    this.cancelable = init?.cancelable === true;
    this.composed = init?.composed === true;
    for (const name of Object.keys(this)) Object.defineProperty(this, name, { enumerable: false });
    dispatches.set(this, { target: null, phase: 0, stopped: false, prevented: false, passive: false });
  }

  get target(): object | null {
    return dispatchOf(this).target;
  }

  get srcElement(): object | null {
    return this.target;
  }

  get currentTarget(): object | null {
    return this.eventPhase === 0 ? null : this.target;
  }

  get eventPhase(): 0 | 2 {
    return dispatchOf(this).phase;
  }

  get defaultPrevented(): boolean {
    return dispatchOf(this).prevented;
  }

  get returnValue(): boolean {
    return !this.defaultPrevented;
  }

  composedPath(): object[] {
    return this.currentTarget === null ? [] : [this.currentTarget];
  }

  preventDefault(): void {
    const dispatch = dispatchOf(this);
    if (this.cancelable && !dispatch.passive) dispatch.prevented = true;
  }

  stopPropagation(): void {
    this.cancelBubble = true;
  }

  stopImmediatePropagation(): void {
    dispatchOf(this).stopped = true;
  }

  get [Symbol.toStringTag](): string {
    return 'Event';
  }
}

/** An event that carries data. */
export class CustomEvent extends Event {
  readonly detail: unknown;

  constructor(type: unknown, init?: EventInit & { readonly detail?: unknown }) {
    super(type, init);
    this.detail = init?.detail ?? null;
    Object.defineProperty(this, 'detail', { enumerable: false });
  }
}
