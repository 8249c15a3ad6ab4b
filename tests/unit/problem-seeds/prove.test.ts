import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoSeed, type DemoSeed, writeSeed } from './demo-seed.ts';

/** Lies in a key (or slips in a recording), and what the prover must say of them. */
const lies: Readonly<Record<string, readonly [Partial<DemoSeed>, string]>> = {
  'wrong-called-right': [solution('solve-1', { truth: 'right' }), 'solve-1 is right, but disagrees on'],
  'mutation-called-right': [solution('solve-2', { truth: 'right' }), 'the arguments became'],
  'right-called-wrong': [
    solution('solve-0', { truth: 'wrong', defect: 'boundary' }),
    'solve-0 is wrong (boundary), but agrees',
  ],
  'ill-typed-called-right': [solution('solve-3', { truth: 'right' }), 'solve-3 is right, but ill-typed'],
  'clean-called-ill-typed': [solution('solve-0', { truth: 'wrong', defect: 'ill-typed' }), 'tsc finds nothing'],
  'python-called-right': [
    solution('solve-4', { truth: 'right' }),
    'solve-4 is right, but is not extracted (wrong-language)',
  ],
  'called-endless': [solution('solve-1', { truth: 'wrong', defect: 'never-ends' }), 'but it ends'],
  'wrong-oracle': [{ oracle: 'return list;' }, 'reference is right, but disagrees on'],
  'failing-oracle': [{ oracle: 'return list.nothing();' }, 'reference is right, but disagrees on'],
  'kills-unnamed': [suite('tests-0', ['solve-1']), 'tests-0 does not let through solve-1: keeps the bound'],
  'passes-unnamed': [suite('tests-1', ['solve-1']), 'tests-1 lets solve-2 through'],
  'ill-typed-named': [suite('tests-0', ['solve-3']), 'leave it out'],
  'foreign-named': [suite('tests-0', ['solve-4']), 'which never runs'],
  'strong-called-vacuous': [
    { suites: { ...demoSeed.suites, 'tests-0': { truth: 'wrong', defect: 'vacuous' } } },
    'tests-0 is wrong (vacuous), but rejects solve-1: keeps the bound',
  ],
  'right-called-mistaken': [
    { suites: { ...demoSeed.suites, 'tests-0': { truth: 'wrong', defect: 'wrong-expectation' } } },
    'accepts the reference',
  ],
  'other-signature': [
    { signature: demoSeed.signature.replace('low: number', 'low: string') },
    "solve-0 is right, but has not the task's signature",
  ],
  'missing-reply': [{ replies: { ...demoSeed.replies, 'describe-0': undefined } }, 'describe-0.md is missing'],
  'unnamed-reply': [
    { replies: { ...demoSeed.replies, 'roundtrip-1': 'export {}' } },
    "roundtrip-1.md is not in the key's solutions",
  ],
  'foreign-import': [
    {
      replies: {
        ...demoSeed.replies,
        'tests-1': demoSeed.replies['tests-1']?.replace('import', "import 'node:fs';\nimport"),
      },
    },
    'tests-1 imports node:fs',
  ],
};

const endless: Partial<DemoSeed> = {
  ...solution('solve-1', { truth: 'wrong', defect: 'never-ends' }),
  ...suite('tests-1', ['solve-2']),
  replies: {
    ...demoSeed.replies,
    'solve-1': demoSeed.replies['solve-0']?.replace('return', 'while (list.length > 0);\n  return'),
  },
};

let output = '';
let exitCode: number | null = null;
const root = mkdtempSync(join(tmpdir(), 'winnow-demo-'));
afterAll(() => rmSync(root, { recursive: true }));

beforeAll(() => {
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeSeed(root, 'demo/true', demoSeed);
  writeSeed(root, 'demo/endless', { ...demoSeed, ...endless });
  for (const [name, [lie]] of Object.entries(lies)) writeSeed(root, `demo/${name}`, { ...demoSeed, ...lie });
  const prover = join(import.meta.dirname, '../../../problem-seeds/key/prove.ts');
  const result = spawnSync(process.execPath, [prover, '--root', root, '--rounds', '1'], { encoding: 'utf8' });
  output = result.stdout;
  exitCode = result.status;
}, 60_000);

test.each(['true', 'endless'])('a key that tells the truth is proven: %s', (name) => {
  expect(output.split('\n')).toContain(`ok demo/${name}`);
});

describe('a lie is found', () => {
  test.each(Object.entries(lies).map(([name, [, message]]) => [name, message]))('%s', (name, message) => {
    const found = new RegExp(`^NOT PROVEN demo/${name}\\n((?:  .*\\n)+)`, 'm').exec(output)?.[1] ?? '';
    expect(found).toContain(message);
  });

  test('and the command fails', () => {
    expect(output).toContain(`${Object.keys(lies).length} of the keys are not proven`);
    expect(exitCode).toBe(1);
  });
});

function solution(name: string, truth: object): Partial<DemoSeed> {
  return { solutions: { ...demoSeed.solutions, [name]: { ...truth, note: '' } } };
}

function suite(name: string, letsThrough: readonly string[]): Partial<DemoSeed> {
  return { suites: { ...demoSeed.suites, [name]: { truth: 'right', letsThrough, note: '' } } };
}
