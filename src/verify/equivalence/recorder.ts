import type { CanonicalOptions } from '../behaviour/canonical.ts';
import type { ProbeLine } from '../behaviour/probe.ts';

export interface RecorderParts {
  readonly write: (value: unknown, options?: CanonicalOptions) => string;
  /** A digest of each call of the unchanged solution; absent while these are found out. */
  readonly expected?: readonly string[];
}

export interface Recorder {
  /** Stands in for the probe's writer: all that it writes counts. */
  readonly text: (value: unknown, options?: CanonicalOptions) => string;
  /** Stands in for what prints the probe's lines. Throws at the first call that is not as expected. */
  readonly print: (line: ProbeLine) => void;
  readonly record: () => Recorded;
  /** Whether all calls so far were made, and were as expected. */
  readonly isGoing: () => boolean;
  /** Throws where the calls were not as expected, or not as many. */
  readonly check: () => void;
}

export interface Recorded {
  /** A digest of each call. */
  readonly calls: readonly string[];
  /** How many there were to be; absent where no inputs could be drawn. */
  readonly total?: number;
}

/**
 * Keeps a digest (53 bits) of each call that a probe makes: of every text that it writes, which are the arguments before
 * and after the call and the result, and of the line that it prints.
 *
 * Everything it needs is inside or handed in: its source runs in the sandbox.
 */
export function recorder({ write, expected }: RecorderParts): Recorder {
  const calls: string[] = [];
  let total: number | undefined;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;

  function fold(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 2_654_435_761);
      low = Math.imul(low ^ code, 1_597_334_677);
    }
    // Or two texts would be as good as one.
    high = Math.imul(high ^ text.length, 2_246_822_507);
  }

  function digest(): string {
    const [upper, lower] = [high ^ (low >>> 13), low ^ (high >>> 16)];
    high = 0xdeadbeef;
    low = 0x41c6ce57;
    return (4_294_967_296 * (2_097_151 & upper) + (lower >>> 0)).toString(36);
  }

  function isAsExpected(): boolean {
    const last = calls.length - 1;
    return !expected || calls[last] === expected[last];
  }

  function check(): void {
    if (!isAsExpected()) throw new Error('it is told apart');
  }

  return {
    text(value, options) {
      const written = write(value, options);
      fold(written);
      return written;
    },
    print(line) {
      if (line[0] === 'call') fold(JSON.stringify(line));
      const digested = digest();
      if (line[0] === 'inputs') total = (total ?? 0) + line[1];
      if (line[0] !== 'call') return;
      calls.push(digested);
      check();
    },
    isGoing: () => calls.length === (total ?? 0) && (calls.length === 0 || isAsExpected()),
    record: () => ({ calls, ...(total !== undefined && { total }) }),
    check() {
      check();
      if (calls.length !== expected?.length) throw new Error('it does not get so far');
    },
  };
}
