import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Task, TaskQueue } from '../../../../sandbox/pool/queue.ts';
import { job } from '../../../sandbox/harness.ts';

function taskOf(id: string): Task {
  return { job: job({ id }), settle: () => undefined, deaths: 0 };
}

function filled(count: number): TaskQueue {
  const queue = new TaskQueue();
  for (let index = 0; index < count; index++) queue.add(taskOf(String(index)));
  return queue;
}

const idsOf = (tasks: readonly { readonly job: { readonly id: string } }[]): string[] =>
  tasks.map(({ job: { id } }) => id);

test('a child is given a few jobs ahead, and more as jobs end', () => {
  const queue = filled(10);
  const sent = queue.send(100);
  expect(idsOf(sent)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  expect(queue.send(100)).toEqual([]);
  expect(queue.end(sent[0]?.ticket ?? 0)?.job.id).toBe('0');
  expect(queue.atWork?.job.id).toBe('1');
  expect(idsOf(queue.send(100))).toEqual(['8']);
});

test('only the job at work can end', () => {
  const queue = filled(2);
  const [first, second] = queue.send(2);
  expect(queue.end(second?.ticket ?? 0)).toBeUndefined();
  expect(queue.end(0)).toBeUndefined();
  expect(queue.end(first?.ticket ?? 0)?.job.id).toBe('0');
  expect(queue.end(first?.ticket ?? 0)).toBeUndefined();
});

test('a suspect waits until the child has nothing else, and then has it for itself', () => {
  const queue = filled(3);
  const [sent] = queue.send(1);
  const suspect = { ...taskOf('suspect'), deaths: 1 };
  queue.suspect(suspect);
  expect(queue.send(8)).toEqual([]);
  queue.end(sent?.ticket ?? 0);
  const alone = queue.send(8);
  expect(idsOf(alone)).toEqual(['suspect']);
  expect(queue.send(8)).toEqual([]);
  queue.end(alone[0]?.ticket ?? 0);
  expect(idsOf(queue.send(8))).toEqual(['1', '2']);
});

test('a death gives out the job at work, and the rest keep their turn', () => {
  const queue = filled(10);
  queue.send(4);
  expect(queue.bury()?.job.id).toBe('0');
  expect(idsOf(queue.send(3))).toEqual(['1', '2', '3']);
  const outrun = queue.bury();
  expect(outrun?.job.id).toBe('1');
  if (outrun !== undefined) queue.restore(outrun);
  expect(idsOf(queue.drain())).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
});

test('whatever happens, every task comes out once', () => {
  const event = fc.constantFrom('send', 'end', 'die', 'convict');
  fc.assert(
    fc.property(fc.nat({ max: 30 }), fc.array(event, { maxLength: 200 }), (count, events) => {
      const queue = filled(count);
      const out: Task[] = [];
      let tickets: number[] = [];
      for (const each of events) {
        if (each === 'send') tickets.push(...queue.send(5).map(({ ticket }) => ticket));
        if (each === 'end') out.push(...[queue.end(tickets.shift() ?? 0)].filter((task) => task !== undefined));
        if (each !== 'die' && each !== 'convict') continue;
        tickets = [];
        const task = queue.bury();
        if (task !== undefined && each === 'convict') out.push(task);
        if (task !== undefined && each === 'die') queue.suspect(task);
      }
      const left = queue.bury();
      out.push(...(left === undefined ? [] : [left]), ...queue.drain());
      expect(
        idsOf(out)
          .map(Number)
          .toSorted((a, b) => a - b),
      ).toEqual(Array.from({ length: count }, (_, index) => index));
    }),
  );
});
