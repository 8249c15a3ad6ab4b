import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { makeProgram } from '../../../src/cli/program.ts';
import { blocksOf, commandsIn, pages } from './blocks.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The real command line, but for what its commands do. */
function parser(): Command {
  const program = makeProgram();
  const still = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} });
    if (command.commands.length === 0) command.action(() => {});
    for (const one of command.commands) still(one);
  };
  still(program);
  return program;
}

const commands = pages.flatMap((page) =>
  blocksOf(page).flatMap((block) => commandsIn(block).map((words) => [page, words.join(' '), words] as const)),
);

describe('every command in the pages is one', () => {
  test('of which there are many', () => {
    expect(commands.length).toBeGreaterThan(50);
  });

  test.each(commands)('%s: winnow %s', async (_page, _line, words) => {
    await expect(parser().parseAsync([...words], { from: 'user' })).resolves.toBeDefined();
  });
});

describe('every link between the pages leads somewhere', () => {
  test.each(pages)('%s', (page) => {
    const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/gu)].map(
      ([, link = '']) => link,
    );
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
});
