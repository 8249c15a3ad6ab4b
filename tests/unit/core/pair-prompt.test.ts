import { describe, expect, test } from 'vitest';
import { describingPrompt, fencedCode } from '../../../src/core/pair-prompt.ts';
import { levels } from '../../../src/core/level.ts';

const code = 'export const one = 1;\n';

describe('describingPrompt', () => {
  test('asks for each level in other words', () => {
    const prompts = [...levels.map((level) => describingPrompt({ code, level })), describingPrompt({ code })];
    expect(new Set(prompts).size).toBe(levels.length);
    for (const prompt of prompts) expect(prompt.endsWith('\n\n```ts\nexport const one = 1;\n```')).toBe(true);
    expect(prompts.at(-1)).toMatch(/^Describe what this TypeScript module does, precisely enough to write it again:/u);
  });

  test('names JavaScript as that', () => {
    expect(describingPrompt({ code, language: 'js' })).toMatch(/this JavaScript module[^]*```js\n/u);
    expect(fencedCode({ code, language: 'js' })).toBe('```js\nexport const one = 1;\n```');
  });
});
