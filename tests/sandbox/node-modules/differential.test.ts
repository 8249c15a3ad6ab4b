import { describe, expect, test } from 'vitest';
import { cases } from './cases/index.ts';
import { sharedRealm } from './fixture.ts';
import { runInNode } from './realm.ts';

const realm = sharedRealm();

describe.each(Object.entries(cases))('%s does as in Node', (_, list) => {
  test.each(list)('%s', async (code) => {
    expect(realm().run(code)).toBe(await runInNode(code));
  });
});
