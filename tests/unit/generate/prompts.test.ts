import { describe, expect, test } from 'vitest';
import { describeCodePrompt } from '../../../src/backtranslate/prompts/describe-code.ts';
import { rewritePrompt } from '../../../src/backtranslate/prompts/rewrite.ts';
import { repairSuitePrompt } from '../../../src/generate/prompts/repair-suite.ts';
import { writeSolutionPrompt } from '../../../src/generate/prompts/write-solution.ts';
import { writeBlindSuitePrompt, writeSightedSuitePrompt } from '../../../src/generate/prompts/write-suite.ts';
import { writeTaskPrompt } from '../../../src/generate/prompts/write-task.ts';
import type { Message } from '../../../src/core/ports.ts';

const task = { statement: 'STATEMENT', signature: 'SIGNATURE', entryPoint: 'ENTRY_POINT' };
const seed = { kind: 'KIND', topic: 'TOPIC', difficulty: 'DIFFICULTY', title: 'TITLE', seed: 'SEED' };

const rendered: readonly [string, string, readonly Message[]][] = [
  ['write-task', writeTaskPrompt.hash, writeTaskPrompt.render(seed)],
  ['write-solution', writeSolutionPrompt.hash, writeSolutionPrompt.render(task)],
  ['write-suite-blind', writeBlindSuitePrompt.hash, writeBlindSuitePrompt.render(task)],
  ['write-suite-sighted', writeSightedSuitePrompt.hash, writeSightedSuitePrompt.render({ ...task, solution: 'CODE' })],
  [
    'repair-suite',
    repairSuitePrompt.hash,
    repairSuitePrompt.render({ ...task, solution: 'CODE', suite: 'SUITE', survivors: 'SURVIVORS' }),
  ],
  ['describe-code', describeCodePrompt.hash, describeCodePrompt.render({ code: 'CODE', entryPoint: 'ENTRY_POINT' })],
  ['rewrite', rewritePrompt.hash, rewritePrompt.render({ description: 'DESCRIPTION', entryPoint: 'ENTRY_POINT' })],
];

describe('the prompts', () => {
  test.each(rendered)('%s reads as it did', (_name, hash, messages) => {
    const text = messages.map(({ role, content }) => `--- ${role}\n${content}`).join('\n');
    expect(`${hash}\n${text}`).toMatchSnapshot();
  });

  test('have names and hashes of their own', () => {
    const prompts = [
      writeTaskPrompt,
      writeSolutionPrompt,
      writeBlindSuitePrompt,
      writeSightedSuitePrompt,
      repairSuitePrompt,
      describeCodePrompt,
      rewritePrompt,
    ];
    expect(new Set(prompts.map(({ name }) => name)).size).toBe(prompts.length);
    expect(new Set(prompts.map(({ hash }) => hash)).size).toBe(prompts.length);
  });

  test('show a solution only to the suite that is written with one in sight', () => {
    const [blind, sighted] = [rendered[2]?.[2][1]?.content, rendered[3]?.[2][1]?.content];
    expect(blind).not.toContain('CODE');
    expect(sighted).toContain('CODE');
  });

  test('show the suite that is to be written again, the solution that it accepts and what it does not notice', () => {
    const repair = rendered[4]?.[2][1]?.content;
    for (const part of ['STATEMENT', 'CODE', 'SUITE', 'SURVIVORS']) expect(repair).toContain(part);
  });

  test('show neither task nor code to whoever writes from a description', () => {
    expect(rendered[6]?.[2].map(({ content }) => content).join('\n')).not.toMatch(/CODE|STATEMENT|SIGNATURE/u);
  });
});
