import { describe, expect, test } from 'vitest';
import { definePrompt } from '../../../src/core/prompt.ts';

const template = { name: 'greet', system: 'Be kind.', user: 'Greet {{name}} in {{tongue}}, {{name}}!' };

describe('definePrompt', () => {
  test('fills every slot, each time it stands there', () => {
    const prompt = definePrompt(template, ['name', 'tongue']);
    expect(prompt.render({ name: 'Ada', tongue: 'French' })).toEqual([
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'Greet Ada in French, Ada!' },
    ]);
  });

  test('takes values to the letter, whatever they hold', () => {
    const prompt = definePrompt({ ...template, user: '{{a}}|{{b}}' }, ['a', 'b']);
    const hostile = "{{b}} $& $1 $' \\ `";
    expect(prompt.render({ a: hostile, b: 'B' })[1]?.content).toBe(`${hostile}|B`);
  });

  test('has a hash of the template, not of a rendering', () => {
    const prompt = definePrompt(template, ['name', 'tongue']);
    expect(prompt.hash).toMatch(/^[0-9a-f]{16}$/u);
    expect(definePrompt({ ...template, name: 'other' }, ['tongue', 'name']).hash).toBe(prompt.hash);
    expect(definePrompt({ ...template, system: 'Be brief.' }, ['tongue', 'name']).hash).not.toBe(prompt.hash);
    expect(definePrompt({ ...template, user: '{{name}} {{tongue}}' }, ['tongue', 'name']).hash).not.toBe(prompt.hash);
  });

  test.each([
    ['a slot that the template lacks', ['name', 'tongue', 'age']],
    ['a slot of the template that is not declared', ['name']],
  ])('refuses %s', (_what, slots) => {
    expect(() => definePrompt(template, slots)).toThrow(/prompt greet: slots do not match: (age|tongue)$/u);
  });
});
