import { describe, expect, test } from 'vitest';
import { selectSeeds } from '../../../src/seeds/select.ts';
import { seedOf } from '../support/examples.ts';
import { thrown } from '../support/thrown.ts';

const seeds = [
  seedOf({ id: 'arrays/a', tags: ['offline', 'new'] }),
  seedOf({ id: 'arrays/b', tags: ['offline'] }),
  seedOf({ id: 'strings/c', tags: ['offline', 'new'] }),
  seedOf({ id: 'trees/d' }),
];

describe('selectSeeds', () => {
  test.each([
    ['no tags and no topics: all', [], [], ['arrays/a', 'arrays/b', 'strings/c', 'trees/d']],
    ['a tag', ['offline'], [], ['arrays/a', 'arrays/b', 'strings/c']],
    ['every one of several tags', ['offline', 'new'], [], ['arrays/a', 'strings/c']],
    ['any one of several topics', [], ['arrays', 'trees'], ['arrays/a', 'arrays/b', 'trees/d']],
    ['tags and topics together', ['new'], ['arrays'], ['arrays/a']],
  ])('keeps %s', (_what, tags, topics, ids) => {
    expect(selectSeeds(seeds, { tags, topics }).map(({ id }) => id)).toEqual(ids);
  });

  test('says which topics there are when nothing is kept', () => {
    const error = thrown(() => selectSeeds(seeds, { tags: ['offline'], topics: ['graphs'] }));
    expect(error).toMatchObject({ code: 'no-seeds', exit: 2 });
    expect(error.message).toContain('[offline] and a topic of [graphs]. Topics there are: arrays, strings, trees.');
  });
});
