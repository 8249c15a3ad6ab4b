import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import { buildNodeModules } from './node/build.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** What each bundle is made from: the realm of a solution, and those of the three kinds of suites. */
const entries = {
  solution: 'solution/main.ts',
  plain: 'suite/plain.ts',
  core: 'suite/core.ts',
  properties: 'suite/full.ts',
} as const;

interface Patch {
  readonly file: RegExp;
  readonly find: string | RegExp;
  readonly replace: string;
}

/**
 * What makes the bundled libraries safe beside untrusted code. Each of them recognises its own objects by a mark that
 * anybody can copy, or keeps its state under registered symbols; here identity decides, and state is private.
 */
const patches: readonly Patch[] = [
  {
    file: /@vitest\/expect\/dist\/index\.js$/,
    find: 'return !!obj && typeof obj === "object" && "asymmetricMatch" in obj && isA("Function", obj.asymmetricMatch);',
    replace: 'return obj instanceof AsymmetricMatcher;',
  },
  { file: /@vitest\/expect\/dist\/index\.js$/, find: /\bglobalThis\b/g, replace: 'privateGlobal' },
  {
    file: /@vitest\/expect\/dist\/index\.js$/,
    find: 'function iterableEquality(a, b, customTesters = [], aStack = [], bStack = []) {',
    replace:
      'function iterableEquality(a, b, customTesters = [], aStack = [], bStack = []) { if (pretends(a) || pretends(b)) return false; a = genuine(a); b = genuine(b);',
  },
  {
    file: /fast-check\/lib\/fast-check\.js$/,
    find: 'return err !== null && err !== void 0 && err.footprint === SharedFootPrint;',
    replace: 'return err instanceof PreconditionFailure;',
  },
];

/** Applies the patches, and fails the build when a library no longer has the text that one replaces. */
function patchLibraries(): Plugin {
  return {
    name: 'patch-libraries',
    transform(code, id) {
      const due = patches.filter((patch) => patch.file.test(id));
      if (due.length === 0) return null;
      const patched = due.reduce((text, patch) => applyPatch(text, patch, id), code);
      const global = join(here, 'suite/private-global.ts');
      const kinds = join(here, 'suite/genuine.ts');
      return `import { privateGlobal } from ${JSON.stringify(global)}; import { genuine, pretends } from ${JSON.stringify(kinds)};\n${patched}`;
    },
  };
}

function applyPatch(code: string, patch: Patch, id: string): string {
  const patched = code.replace(patch.find, patch.replace);
  if (patched === code) throw new Error(`${id}: nothing to replace for ${String(patch.find)}`);
  return patched;
}

async function bundle(entry: keyof typeof entries): Promise<void> {
  const built = await rolldown({
    input: join(here, entries[entry]),
    platform: 'neutral',
    tsconfig: false,
    resolve: { mainFields: ['module', 'main'], conditionNames: ['import', 'default'] },
    plugins: [patchLibraries()],
  });
  const file = join(here, 'dist', `${entry}.js`);
  const temporary = `${file}.${process.pid}.tmp`;
  await built.write({ file: temporary, format: 'iife', strict: true, minify: false });
  await built.close();
  renameSync(temporary, file);
}

/** Bundles the guest into `dist/`; each file appears whole or not at all. */
export async function buildGuest(): Promise<void> {
  mkdirSync(join(here, 'dist'), { recursive: true });
  await Promise.all([
    ...(Object.keys(entries) as (keyof typeof entries)[]).map(bundle),
    buildNodeModules(join(here, 'dist/node')),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildGuest();
