import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeSolutionPrompt } from '../../../../src/generate/prompts/write-solution.ts';
import { writeTaskPrompt } from '../../../../src/generate/prompts/write-task.ts';
import { allPrompts } from '../../../../src/pipeline/wording/all-prompts.ts';
import { promptFile, readPromptFolder } from '../../../../src/pipeline/wording/prompt-folder.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { thrown } from '../../support/thrown.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(tempDir(), 'prompts');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const own = '# system\nBe brief.\n\n# user\nSolve {{statement|<task>}}\n# user\nis a heading here\n';

describe('a folder of prompts', () => {
  test('takes the place of prompts of the same name, and of no others', () => {
    const book = readPromptFolder(folderOf({ 'write-solution.md': own, 'README.md': 'mine', 'notes.txt': '' }));
    const messages = book.of(writeSolutionPrompt).render({ statement: 'S', signature: 'T', entryPoint: 'e' });
    expect(messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Solve <task>\nS\n</task>\n# user\nis a heading here' },
    ]);
    expect(book.of(writeSolutionPrompt).hash).not.toBe(writeSolutionPrompt.hash);
    expect(book.of(writeTaskPrompt)).toBe(writeTaskPrompt);
  });

  test('that holds the prompts as they are changes nothing', () => {
    const files = Object.fromEntries(allPrompts.map((prompt) => [`${prompt.name}.md`, promptFile(prompt)]));
    const book = readPromptFolder(folderOf(files));
    expect(allPrompts.map((prompt) => book.of(prompt).hash)).toEqual(allPrompts.map(({ hash }) => hash));
  });

  test.each([
    [{ 'write-solutions.md': own }, /write-solutions\.md: no prompt has the name write-solutions\. .*write-solution,/u],
    [{ 'write-solution.md': 'Solve it.' }, /write-solution\.md:1: a prompt has a line "# system"/u],
    [{ 'write-solution.md': own.replace('statement', 'story') }, /no slot story\. Slots .*: statement, signature/u],
  ])('is refused with the file and what is wrong: %j', (files, message) => {
    expect(thrown(() => readPromptFolder(folderOf(files))).message).toMatch(message);
  });

  test('has to be there', () => {
    expect(thrown(() => readPromptFolder(join(tempDir(), 'none'))).message).toContain('There is no folder of prompts');
  });
});
