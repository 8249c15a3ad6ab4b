import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fifo } from '../../../../sandbox/pool/fifo.ts';

test('what comes first goes first, whatever comes and goes in between', () => {
  const step = fc.record({ come: fc.nat({ max: 200 }), go: fc.nat({ max: 200 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const fifo = new Fifo<number>();
      const like: number[] = [];
      let next = 0;
      for (const { come, go } of steps) {
        for (let count = 0; count < come; count++) {
          fifo.push(next);
          like.push(next++);
        }
        expect(fifo.take(go)).toEqual(like.splice(0, go));
        expect(fifo.size).toBe(like.length);
      }
      expect(fifo.drain()).toEqual(like);
      expect(fifo.size).toBe(0);
    }),
  );
});

test('a long queue is emptied a few at a time within the time of a test', () => {
  const fifo = new Fifo<number>();
  const count = 300_000;
  for (let item = 0; item < count; item++) fifo.push(item);
  let taken = 0;
  while (fifo.size > 0) taken += fifo.take(8).length;
  expect(taken).toBe(count);
});
