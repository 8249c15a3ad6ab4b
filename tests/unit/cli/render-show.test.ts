import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { renderStory } from '../../../src/cli/render/show.ts';
import { saying, storyOf } from '../report/support/stories.ts';

const widthOf = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('a story in a terminal', () => {
  test('names what the row is, its task and its code', () => {
    const text = renderStory(storyOf({ confidence: 0.9 }));
    expect(text).toContain('row         a sample of the dataset\nconfidence  0.9\n');
    expect(text).toContain('Double a number.');
    expect(text).toContain('-- Solution\n  export const double = (n: number): number => n * 2;\n');
  });

  test('shows verdicts as a table', () => {
    const text = renderStory(saying('why'));
    expect(text).toContain('solution                decision          suite 1\n');
    expect(text).toContain('solution 1, this row’s  dropped: refuted  refutes, 1 of 2\n');
  });

  test.each([
    ['\u001B[2J\u001B[31mred', 'red'],
    ['\u202Egnirts', '\uFFFDgnirts'],
    ['bell\u0007', 'bell\uFFFD'],
    ['\u001B]0;title\u0007after', 'after'],
    ['if (a) {\n\treturn;', '    return;'],
  ])('shows %j as text', (text, shown) => {
    const rendered = renderStory(saying(text));
    expect(rendered).toContain(shown);
    for (const unseen of ['\u001B', '\u0007', '\u202E']) expect(rendered).not.toContain(unseen);
  });

  test('shortens what few want to read whole', () => {
    const text = renderStory(saying('line\n'.repeat(500)));
    expect(text).toContain('… 440 lines more (--json has them)');
  });

  property.prop([fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.lorem({ maxCount: 60 }))])(
    'fits 80 columns and moves no cursor, whatever a model wrote',
    (text) => {
      const rendered = renderStory(saying(text));
      expect(widthOf(rendered)).toBeLessThanOrEqual(80);
      expect(rendered).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    },
  );
});
