import type { Wire } from './wire.ts';

/** What a side of the membrane is given by the realm that it stands in. */
export interface PeerOptions {
  readonly side: 'solution' | 'suite';
  /** Gives a text to the other side and waits for its answer. */
  readonly send: (text: string) => string;
  /** The time as this realm has it, in wire form, to be told to the other side; and back. */
  readonly clock: {
    readonly read: () => string;
    readonly write: (time: readonly Wire[]) => void;
  };
  /** What happened on the other side apart from calls: timers, printed text. */
  readonly onEvent: (event: readonly unknown[]) => void;
  /** Objects that must not reach the other side, or cross it when they are thrown. */
  readonly isSecret?: (object: object) => boolean;
  /** Whether something that is thrown through the other side comes out even if it is caught there. */
  readonly isUncatchable?: (thrown: unknown) => boolean;
  /** Called when the other side gave no answer at all. */
  readonly onBroken?: () => void;
  /** Called when there is something to be told. */
  readonly onNews?: () => void;
  /** Called before each request, as the last moment to tell something. */
  readonly beforeSend?: () => void;
  /** Called when objects of the other side may have changed. */
  readonly onChange?: () => void;
}
