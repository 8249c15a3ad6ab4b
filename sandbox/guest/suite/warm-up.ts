/** Runs the libraries once while a snapshot is made, so that fresh isolates find their functions compiled. */
import { expect } from './expect.ts';

interface Matchers {
  readonly not: Matchers;
  readonly [matcher: string]: unknown;
}

type Call = (this: unknown, ...args: unknown[]) => void;

function check(value: unknown, matcher: string, ...args: unknown[]): void {
  const assertion = expect(value) as unknown as Matchers;
  (assertion[matcher] as Call).call(assertion, ...args);
}

export function warmUpExpect(): void {
  check(1, 'toBe', 1);
  check({ a: [1, 'x'] }, 'toEqual', { a: [1, 'x'] });
  check([1], 'toStrictEqual', [1]);
  check(
    () => {
      throw new RangeError('x');
    },
    'toThrow',
    RangeError,
  );
}
