import { stripVTControlCharacters } from 'node:util';
import type { RolldownOptions } from 'rolldown';
import { ensureGuest } from '../guest-files.ts';
import { globals } from '../guest/node/manifest.ts';
import { boundary, offeredPrefix } from './boundary.ts';
import { type InstalledPackage, installedPackages } from './installed.ts';
import { PackageError } from './package-error.ts';

type Flavour = 'neutral' | 'browser';

interface Bundle {
  readonly code: string;
  /** What it imports but cannot have. */
  readonly missing: ReadonlySet<string>;
}

/** How a package says where its modules are, for each flavour of it. What CommonJS code gets comes first. */
const resolving: Readonly<Record<Flavour, NonNullable<RolldownOptions['resolve']>>> = {
  neutral: { mainFields: ['main', 'module'], conditionNames: ['default'] },
  browser: {
    mainFields: ['browser', 'main', 'module'],
    conditionNames: ['browser', 'default'],
    aliasFields: [['browser']],
  },
};

/**
 * Makes packages ready for `openSandbox({ packages })`: for each name a script whose value is a function from `require`
 * to what the package exports, with all of its dependencies in it; Node's modules and the other packages of the list
 * stay calls of `require`. The same files give the same text.
 *
 * @param folders Where to look for the packages, the first folder first.
 * @throws PackageError for what is not installed or cannot be bundled.
 */
export async function bundlePackages(
  names: readonly string[],
  folders: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (names.length === 0) return {};
  await ensureGuest();
  const packages = installedPackages(names, folders);
  const bundles = packages.map(async (one) => [one.name, await scriptOf(one, packages)] as const);
  return Object.fromEntries(await Promise.all(bundles));
}

/** What is made for browsers is taken only where it alone needs nothing that is out of reach. */
async function scriptOf(one: InstalledPackage, all: readonly InstalledPackage[]): Promise<string> {
  const neutral = await bundle(one, all, 'neutral');
  if (neutral.missing.size === 0) return neutral.code;
  const browser = await bundle(one, all, 'browser').catch(() => neutral);
  return browser.missing.size === 0 ? browser.code : neutral.code;
}

async function bundle(one: InstalledPackage, all: readonly InstalledPackage[], flavour: Flavour): Promise<Bundle> {
  const { rolldown } = await import('rolldown');
  const missing = new Set<string>();
  const formats = new Set<string>();
  const path = `/node_modules/${one.name}`;
  try {
    await using built = await rolldown({
      input: one.name,
      cwd: one.folder,
      platform: 'neutral',
      tsconfig: false,
      logLevel: 'silent',
      resolve: resolving[flavour],
      transform: { inject: injected, define: { 'import.meta.url': JSON.stringify(`file://${path}/index.js`) } },
      plugins: [
        boundary({
          package: one,
          others: all.filter((other) => other !== one),
          hasSubstitutes: flavour === 'browser',
          onMissing: (specifier) => missing.add(specifier),
        }),
        { name: 'formats', moduleParsed: ({ inputFormat }) => void formats.add(inputFormat) },
      ],
    });
    const { output } = await built.generate({
      format: 'cjs',
      exports: 'named',
      codeSplitting: false,
      strict: false,
      comments: false,
      minify: { mangle: { keepNames: true }, compress: { keepNames: { function: true, class: true } } },
    });
    return { code: scriptAround(output[0].code, path, formats.has('cjs') ? 'sloppy' : 'strict'), missing };
  } catch (cause) {
    throw notBundled(one, cause);
  }
}

/** Globals of Node that a realm has only where they are asked for. */
const injected = Object.fromEntries(
  Object.entries(globals).map(([name, module]) => [name, [`${offeredPrefix}${module}`, name] as [string, string]]),
);

/** CommonJS code is sloppy unless it says otherwise; ES modules are strict. */
function scriptAround(code: string, path: string, mode: 'sloppy' | 'strict'): string {
  const directive = mode === 'strict' ? '"use strict";' : '';
  const around = `__dirname=${JSON.stringify(path)},__filename=__dirname+"/index.js"`;
  return `${directive}(require=>{const module={exports:{}},exports=module.exports,${around};{${code.trim()}\n}return module.exports})`;
}

function notBundled({ name, packageName, version, folder }: InstalledPackage, cause: unknown): PackageError {
  const problem = (cause instanceof Error ? cause.message : String(cause)).replace(
    /^Build failed with \d+ errors?:/,
    '',
  );
  const what = `'${name}' (${packageName}@${version} in ${folder})`;
  const message = `${what} cannot be bundled for the sandbox: ${stripVTControlCharacters(problem).trim()}`;
  return new PackageError('package-not-bundled', message, cause);
}
