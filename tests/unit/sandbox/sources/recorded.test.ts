import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { prepared } from './jobs.ts';

const replies = fileURLToPath(new URL('../../../../problem-seeds/replies', import.meta.url));
const fence = /^```(?:ts|typescript)?\n([\s\S]*?)^```/gm;

/** The code of the recorded replies with such a name, without those that are cut off. */
function recorded(name: string): readonly string[] {
  return globSync(`${replies}/*/*/${name}-*.md`)
    .map((path) => readFileSync(path, 'utf8').matchAll(fence).toArray().at(-1)?.[1])
    .filter((code) => code !== undefined);
}

test('recorded suites are written for vitest and import the solution', () => {
  const suites = recorded('tests');
  expect(suites.length).toBeGreaterThan(90);
  for (const suite of suites) {
    expect(prepared({ suite })).toMatchObject({
      style: 'vitest',
      globalsWanted: 'none',
      solutionSpecifiers: ['./solution'],
    });
  }
});

test('recorded solutions have something for a suite', () => {
  const solutions = recorded('solve').filter((code) => code.includes('export '));
  expect(solutions.length).toBeGreaterThan(150);
  for (const solution of solutions) expect(prepared({ solution }).solution.declares).not.toEqual([]);
});
