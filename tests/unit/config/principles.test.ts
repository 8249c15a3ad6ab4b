import { describe, expect, test } from 'vitest';
import { bundled } from '../../../src/config/bundled.ts';
import { readPrinciples } from '../../../src/config/principles.ts';
import { critiqued } from '../../../src/core/writing.ts';
import { tempFile } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

describe('principles', () => {
  test('are bundled for all that can be criticised', () => {
    const principles = readPrinciples(bundled.principles);
    for (const what of critiqued) expect(principles.some(({ applies }) => applies.includes(what))).toBe(true);
    expect(new Set(principles.map(({ name }) => name)).size).toBe(principles.length);
  });

  test.each([
    ['principles: []', /principles\.yaml:1: principles: /u],
    ['principles:\n  - name: Clear\n    applies: [task]\n    text: t', /:2: principles\.0\.name: must be lower case/u],
    ['principles:\n  - name: clear\n    applies: [code]\n    text: t', /:3: principles\.0\.applies\.0: /u],
  ])('are refused with the line: %j', (text, message) => {
    expect(thrown(() => readPrinciples(tempFile('principles.yaml', text))).message).toMatch(message);
  });
});
