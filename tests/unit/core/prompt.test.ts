import { fc, test as property } from '@fast-check/vitest';
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

  describe('that holds what others wrote', () => {
    const prompt = definePrompt({ name: 'p', system: 's', user: '{{code|ts}}\n{{text|<task>}}' }, ['code', 'text']);
    const render = (code: string, text: string): string => prompt.render({ code, text })[1]?.content ?? '';

    test('puts it into fences and between tags', () => {
      expect(render('let a;', 'Do it.')).toBe('```ts\nlet a;\n```\n<task>\nDo it.\n</task>');
    });

    property.prop([
      fc.array(fc.constantFrom('`', '``', '```', '\n', 'a', '<task>', '</task>', '</TASK >', '{{code}}')),
    ])('lets nothing end its place from within', (parts) => {
      const text = parts.join('');
      const [, fence = '', rest = ''] = /^(`{3,})ts\n([\s\S]*)$/u.exec(render(text, text)) ?? [];
      const end = rest.indexOf(`\n${fence}\n<task>\n`);
      expect(rest.slice(0, end)).toBe(text);
      expect(text).not.toContain(fence);
      const inner = rest.slice(end).replace(`\n${fence}\n<task>\n`, '');
      expect(inner.match(/<\/?task/giu)).toEqual(['</task']);
    });

    test('takes out characters that make it read differently', () => {
      expect(render('a\u202Eb\u0000c\td', 'x\u2066y\u001Bz')).toBe('```ts\nabc\td\n```\n<task>\nxyz\n</task>');
    });
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
