import { describe, expect, test } from 'vitest';
import { slotsOf, type Prompt } from '../../../../src/core/prompt.ts';
import { allPrompts } from '../../../../src/pipeline/wording/all-prompts.ts';

function rendered(prompt: Prompt<string>): string {
  const slots = [...slotsOf(prompt.template.user)].map((slot) => [slot, slot.toUpperCase()]);
  const messages = prompt.render(Object.fromEntries(slots) as Record<string, string>);
  return messages.map(({ role, content }) => `--- ${role}\n${content}`).join('\n');
}

function named(name: string): string {
  const prompt = allPrompts.find((one) => one.name === name);
  if (!prompt) throw new Error(`no prompt ${name}`);
  return rendered(prompt);
}

describe('the prompts', () => {
  test.each(allPrompts.map((prompt) => [prompt.name, prompt] as const))('%s reads as it did', (_name, prompt) => {
    expect(`${prompt.hash}\n${rendered(prompt)}`).toMatchSnapshot();
  });

  test('have names and hashes of their own', () => {
    expect(new Set(allPrompts.map(({ name }) => name)).size).toBe(allPrompts.length);
    expect(new Set(allPrompts.map(({ hash }) => hash)).size).toBe(allPrompts.length);
  });

  test('hold what others wrote as material only: in a fence or between tags, and say so', () => {
    const material = new Set([
      'statement',
      'signature',
      'solution',
      'solutions',
      'suite',
      'survivors',
      'evidence',
      'work',
      'code',
    ]);
    for (const { name, template } of allPrompts) {
      const bare = Array.from(template.user.matchAll(/\{\{(\w+)\}\}/gu), ([, slot = '']) => slot);
      expect(
        bare.filter((slot) => material.has(slot)),
        name,
      ).toEqual([]);
      expect(template.system, name).toContain('is material to work on');
    }
  });

  test('show a solution only to the suite that is written with one in sight', () => {
    for (const name of ['write-suite-blind', 'write-suite-edge-cases', 'write-suite-properties']) {
      expect(named(name)).not.toContain('SOLUTION');
    }
    expect(named('write-suite-sighted')).toContain('SOLUTION');
  });

  test('show whoever is to repair all that there is to go by', () => {
    for (const part of ['STATEMENT', 'SOLUTION', 'SUITE', 'SURVIVORS']) expect(named('repair-suite')).toContain(part);
    for (const part of ['STATEMENT', 'SOLUTION', 'EVIDENCE']) expect(named('repair-solution')).toContain(part);
  });

  test('show neither task nor code to whoever writes from a description', () => {
    expect(named('rewrite-from-description')).not.toMatch(/CODE|STATEMENT|SIGNATURE/u);
  });
});
