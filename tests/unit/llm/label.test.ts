import { describe, expect, test } from 'vitest';
import { formatLabel, parseLabel } from '../../../src/llm/label.ts';
import { label } from './helpers.ts';

describe('a label', () => {
  test('is plain text in a header', () => {
    expect(formatLabel(label)).toBe('stage=solve; seed=strings/soft-wrap; sample=0');
  });

  test.each(['strings/soft-wrap', 'a;b=c/ü 🙂', 'plain'])('comes back with seed %s', (seed) => {
    expect(parseLabel(formatLabel({ ...label, seed }))).toEqual({ ...label, seed });
  });

  test.each([
    '',
    'stage=solve',
    'stage=cook; seed=a/b; sample=0',
    'stage=solve; seed=a/b; sample=-1',
    'stage=solve; seed=%; sample=1',
  ])('is refused when it reads %j', (header) => expect(parseLabel(header)).toBeUndefined());
});
