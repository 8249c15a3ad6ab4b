import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { Clusters, representatives } from '../../../../src/curate/dataset/clusters.ts';

const drawn = fc.record({
  size: fc.integer({ min: 1, max: 40 }),
  links: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 40 }),
  evidence: fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
});

property.prop([drawn])(
  'clusters are what links connect, each with its best, earliest member',
  ({ size, links, evidence }) => {
    const clusters = new Clusters();
    for (let member = 0; member < size; member += 1) clusters.add();
    const connected = Array.from({ length: size }, (_, member) => new Set([member]));
    for (const [a, b] of links.filter((pair) => Math.max(...pair) < size)) {
      clusters.join(a, b);
      const joined = connected[a]!.union(connected[b]!);
      for (const member of joined) connected[member] = joined;
    }
    const best = representatives(clusters, (member) => evidence[member] ?? 0);
    for (const [member, cluster] of connected.entries()) {
      const members = [...cluster].toSorted((a, b) => a - b);
      expect(clusters.rootOf(member)).toBe(members[0]);
      const most = Math.max(...members.map((one) => evidence[one] ?? 0));
      expect(best.get(members[0]!)).toBe(members.find((one) => evidence[one] === most));
    }
    expect(best.size).toBe(new Set(connected).size);
  },
);

property.prop([fc.integer({ min: 1025, max: 5000 })])('there is room for many', (size) => {
  const clusters = new Clusters();
  for (let member = 0; member < size; member += 1) expect(clusters.add()).toBe(member);
  clusters.join(size - 1, 3);
  expect([clusters.rootOf(size - 1), clusters.rootOf(1024)]).toEqual([3, size - 1 === 1024 ? 3 : 1024]);
});
