import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { type Plugin, rolldown } from 'rolldown';
import { globals, type Manifest } from './manifest.ts';
import { patchPackages } from './patches/index.ts';

const here = fileURLToPath(new URL('src/', import.meta.url));

/** What a package asks for by name, and gets as one of these modules instead of a copy of its own. */
const shared: Readonly<Record<string, string>> = {
  'safe-buffer': 'buffer',
  'assert/internal/util/comparisons': 'internal/comparisons',
};

type Load = (require: (name: string) => unknown) => unknown;

function moduleNames(): string[] {
  const files = readdirSync(here).filter((file) => file.endsWith('.ts'));
  return files.map((file) => file.replace(/\.ts$/, '').replaceAll('__', '/')).sort();
}

function fileOf(name: string): string {
  return `${name.replaceAll('/', '__')}.js`;
}

/** Sends what packages share to one place. */
function shareModules(entry: string): Plugin {
  return {
    name: 'share-modules',
    resolveId(source, importer) {
      if (source === 'util/') return join(here, 'lib/assert-util.ts');
      const asked = source.replace(/^\.+\//, `${/node_modules\/([^/]+)/.exec(importer ?? '')?.[1] ?? ''}/`);
      const name = shared[asked];
      return name === undefined || name === entry ? null : `\0shared:${name}`;
    },
    load(id) {
      return id.startsWith('\0shared:') ? `module.exports = offered(${JSON.stringify(id.slice(8))});` : null;
    },
  };
}

/** The text of one module: evaluated as a script it gives a function from `require` to what the module exports. */
async function bundle(name: string): Promise<string> {
  const built = await rolldown({
    input: join(here, fileOf(name).replace(/js$/, 'ts')),
    platform: 'neutral',
    tsconfig: false,
    resolve: { mainFields: ['module', 'main'], conditionNames: ['import', 'default'] },
    plugins: [shareModules(name), patchPackages()],
  });
  const { output } = await built.generate({
    format: 'cjs',
    exports: 'default',
    strict: false,
    minify: { mangle: { keepNames: true } },
  });
  await built.close();
  const [{ code }] = output;
  return `"use strict";(offered=>{var module={exports:{}};${code.trim()};return module.exports})`;
}

/** Evaluates the modules once, to know what each exports and needs. */
function describe(sources: ReadonlyMap<string, string>): Manifest['modules'] {
  const exportsOf = new Map<string, unknown>();
  const realm = { console, setTimeout, clearTimeout, setInterval, setImmediate, queueMicrotask, performance };
  const load = (name: string): unknown => {
    if (!exportsOf.has(name)) exportsOf.set(name, (runInNewContext(sources.get(name) ?? '', realm) as Load)(load));
    return exportsOf.get(name);
  };
  return Object.fromEntries(
    [...sources].map(([name, source]) => {
      const requires = [
        ...new Set([...source.matchAll(/\boffered\([`'"]([\w/-]+)[`'"]\)/g)].map((match) => match[1] ?? '')),
      ];
      const unknown = requires.find((other) => !sources.has(other));
      if (unknown !== undefined) throw new Error(`${name} asks for ${unknown}, which there is not`);
      return [name, { file: fileOf(name), exports: Object.keys(load(name) as object), requires: requires.sort() }];
    }),
  );
}

function write(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

/**
 * Bundles the pure parts of Node into `outDir`: a script `NAME.js` for each module (a slash of its name as `__`), and
 * `manifest.json`. Each file appears whole or not at all; the manifest comes last.
 */
export async function buildNodeModules(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  const names = moduleNames();
  const sources = new Map(await Promise.all(names.map(async (name) => [name, await bundle(name)] as const)));
  const manifest: Manifest = { modules: describe(sources), globals };
  for (const [name, source] of sources) write(join(outDir, fileOf(name)), source);
  write(join(outDir, 'manifest.json'), JSON.stringify(manifest));
}
