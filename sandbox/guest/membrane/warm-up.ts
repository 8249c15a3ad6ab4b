/** Lets two peers in one realm talk while a snapshot is made, so that fresh isolates find the membrane compiled. */
import { Peer } from './peer.ts';

const clock = { read: (): string => '0,null', write: (): void => undefined };

class Sample {
  readonly list: readonly number[] = [1, 2];
  get size(): number {
    return this.list.length;
  }
}

const values: readonly unknown[] = [
  1,
  'text',
  [3, 1, Number.NaN, undefined, -0, 10n, true],
  { a: { b: null }, c: [new Map([[1, new Set(['x'])]])] },
  new Date(0),
  /x/g,
  new RangeError('sample'),
  new Sample(),
  (value: unknown) => value,
];

export function warmUpMembrane(): void {
  const solution = new Peer({ side: 'solution', send: (text) => suite.answer(text, () => undefined), clock, onEvent });
  const suite: Peer = new Peer({
    side: 'suite',
    send: (text) => solution.answer(text, () => exported),
    clock,
    onEvent,
  });
  const exported = {
    echo: (value: unknown) => value,
    sort: (list: number[]) => list.sort((a, b) => a - b),
    fail: () => {
      throw new TypeError('sample');
    },
    Sample,
    data: values,
  };
  const twin = suite.ask('exports', []) as typeof exported;
  for (let round = 0; round < 3; round++) {
    for (const value of values) twin.echo(value);
    twin.sort([2, 1, round]);
    try {
      twin.fail();
    } catch {
      // As it should.
    }
    void new twin.Sample().size;
  }
}

function onEvent(): void {}
