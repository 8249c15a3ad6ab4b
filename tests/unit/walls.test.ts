import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, 'tests', 'fixtures', 'walls');
const ruleName = 'no-restricted-imports';

interface Restrictions {
  readonly patterns?: readonly { readonly message: string }[];
  readonly paths?: readonly { readonly message: string }[];
}

interface LintConfig {
  readonly rules: { readonly [ruleName]: readonly ['error', Restrictions] };
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: { readonly [ruleName]?: readonly ['error', Restrictions] };
  }[];
}

const { $schema: _schema, ...config } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as LintConfig & {
  $schema: string;
};

/** Each block of the configuration that restricts imports: where, and what it says. The rules of a later one replace those of an earlier. */
const blocks = [
  { files: ['**'], restrictions: config.rules[ruleName][1] },
  ...config.overrides.flatMap(({ files, rules }) => {
    const rule = rules[ruleName];
    return rule ? [{ files, restrictions: rule[1] }] : [];
  }),
];

/** The block that holds for a file. */
function blockOf(file: string): number {
  return blocks.findLastIndex(({ files }) => files.some((glob) => matchesGlob(file, glob)));
}

/** A fixture says on its first line which wall it breaks, or that it is allowed. */
const firstLine = (file: string): string =>
  readFileSync(join(fixtures, file), 'utf8').split('\n', 1)[0]?.slice('// '.length) ?? '';
const fixtureFiles = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .toSorted();

const stages = ['seeds', 'generate', 'verify', 'curate', 'backtranslate', 'export', 'bench', 'serve', 'report'];
const edges = ['llm', 'store', 'neighbours', 'embed', 'typecheck'];
const shared = ['config', 'input', 'output', 'replies'];
const rooms = [...stages, ...edges, ...shared, 'core', 'pipeline', 'check', 'cli'];
const above = [...stages, ...edges, 'pipeline', 'check', 'cli'];

/** The direction of the house: what each room may not import, itself aside. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...stages, ...edges, ...shared].map((room) => [room, above])),
  core: rooms,
  pipeline: ['check', 'cli'],
  check: [
    'seeds',
    'generate',
    'curate',
    'backtranslate',
    'export',
    'bench',
    'llm',
    'store',
    'neighbours',
    'embed',
    'serve',
    'report',
    'cli',
  ],
  cli: ['generate', 'verify', 'curate', 'backtranslate', 'typecheck', 'replies'],
};
const knowsSandbox = new Set(['pipeline', 'verify', 'check']);

/** One file for each way from a room to another, from the room itself and from a folder in it. */
const ways = rooms.flatMap((from) =>
  ['', 'deeper/'].flatMap((folder) => {
    const up = folder === '' ? '..' : '../..';
    const others = rooms.filter((to) => to !== from).map((to) => ({ to, specifier: `${up}/${to}/some.ts` }));
    return [...others, { to: 'sandbox', specifier: `../${up}/sandbox/index.ts` }].map(({ to, specifier }) => ({
      file: `src/${from}/${folder}to-${to}.ts`,
      text: `import type { Some } from '${specifier}';\n\nexport type Used = Some;\n`,
      isWall: to === 'sandbox' ? !knowsSandbox.has(from) : (forbidden[from] ?? []).includes(to),
    }));
  }),
);
const outOfTheSandbox = rooms.map((to) => ({
  file: `sandbox/pool/to-${to}.ts`,
  text: `export * from '../../src/${to}/some.ts';\n`,
  isWall: true,
}));

let messages: Map<string, string[]>;
const folder = mkdtempSync(join(tmpdir(), 'winnow-walls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  cpSync(fixtures, folder, { recursive: true });
  for (const { file, text } of [...ways, ...outOfTheSandbox]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, options: { typeAware: false } }));
  messages = Map.groupBy(lint(), ({ filename }) => filename)
    .entries()
    .reduce(
      (byFile, [file, found]) =>
        byFile.set(
          file,
          found.map(({ help }) => help),
        ),
      new Map<string, string[]>(),
    );
});

/** What the linter says about imports in the temporary folder. */
function lint(): { readonly filename: string; readonly help: string }[] {
  const oxlint = join(root, 'node_modules', '.bin', 'oxlint');
  let output: string;
  try {
    output = execFileSync(oxlint, ['--format', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  } catch (error) {
    // It exits 1 when it finds something.
    output = (error as { readonly stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string; help: string }[] };
  return diagnostics.filter(({ code }) => code === `eslint(${ruleName})`);
}

describe('the walls between the rooms', () => {
  test.each(fixtureFiles)('%s', (file) => {
    const expected = firstLine(file);
    expect(messages.get(file) ?? []).toEqual(expected === 'allowed' ? [] : [expected]);
  });

  test('each have a fixture that breaks them', () => {
    const broken = new Set(fixtureFiles.map((file) => `${blockOf(file)} ${firstLine(file)}`));
    const walls = blocks.flatMap(({ files, restrictions: { patterns = [], paths = [] } }, block) =>
      [...patterns, ...paths].map(({ message }) => ({
        wall: `${block} ${message}`,
        where: `${files.join()}: ${message}`,
      })),
    );
    expect(walls.length).toBeGreaterThan(40);
    expect(walls.filter(({ wall }) => !broken.has(wall)).map(({ where }) => where)).toEqual([]);
  });

  test('stand round every room of the house, and allow imports that are good', () => {
    expect(readdirSync(join(root, 'src')).toSorted()).toEqual(rooms.toSorted());
    const open = fixtureFiles.filter((file) => firstLine(file) === 'allowed');
    expect(open.length).toBeGreaterThan(10);
  });

  test('let nothing through in the wrong direction, from whatever depth, and hinder nothing else', () => {
    const passing = ways.filter(({ file }) => !messages.has(file));
    expect(passing.filter(({ isWall }) => isWall).map(({ file }) => file)).toEqual([]);
    const hindered = ways.filter(({ file }) => messages.has(file));
    expect(hindered.filter(({ isWall }) => !isWall).map(({ file }) => file)).toEqual([]);
  });

  test('let nothing of src into the sandbox', () => {
    expect(outOfTheSandbox.filter(({ file }) => !messages.has(file)).map(({ file }) => file)).toEqual([]);
  });
});
