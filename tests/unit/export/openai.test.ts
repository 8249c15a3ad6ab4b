import { describe, expect, test } from 'vitest';
import type { PairRow } from '../../../src/core/rows.ts';
import { toChat } from '../../../src/export/openai.ts';
import { sampleOf } from '../support/examples.ts';

const pair: PairRow = {
  id: 'pair_1',
  direction: 'description-to-code',
  source: 'statement',
  description: 'Double a number.',
  code: 'export const double = (n: number): number => n * 2;\n\n',
  sample: 'sample_1',
  lineage: sampleOf().lineage,
};
const fenced = '```ts\nexport const double = (n: number): number => n * 2;\n```';

describe('toChat', () => {
  test('asks for code with the description', () => {
    expect(toChat(pair)).toEqual({
      messages: [
        { role: 'user', content: 'Double a number.' },
        { role: 'assistant', content: fenced },
      ],
    });
  });

  test('asks for a description with the code', () => {
    const { messages } = toChat({ ...pair, direction: 'code-to-description' });
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(messages[0]?.content).toMatch(/^Describe what this TypeScript module does/u);
    expect(messages[0]?.content.endsWith(fenced)).toBe(true);
    expect(messages[1]?.content).toBe('Double a number.');
  });
});
