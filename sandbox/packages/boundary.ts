import { isBuiltin } from 'node:module';
import { join, sep } from 'node:path';
import type { Plugin } from 'rolldown';
import { find } from '../guest/node/catalogue.ts';
import type { InstalledPackage } from './installed.ts';

export interface BoundaryOptions {
  readonly package: InstalledPackage;
  /** Others that are offered as well: those that this one imports are not copied into it. */
  readonly others: readonly InstalledPackage[];
  /** Whether packages may bring something else in place of modules of Node's, as they do for browsers. */
  readonly hasSubstitutes: boolean;
  /** Told what is imported but cannot be there, which is only an error when it is reached. */
  readonly onMissing: (specifier: string) => void;
}

/** Marks an import of something that is offered, made for a global name. */
export const offeredPrefix = '\0offered:';

/**
 * Decides what becomes a part of a package's bundle, and what stays a call of `require` that is answered where the
 * bundle runs.
 */
export function boundary({ package: bundled, others, hasSubstitutes, onMissing }: BoundaryOptions): Plugin {
  return {
    name: 'boundary',
    async resolveId(source, importer, { kind }) {
      const lookUp = (as: typeof kind, from: string) => this.resolve(source, from, { kind: as, skipSelf: true });
      if (importer === undefined) {
        const from = join(bundled.from, 'importer.js');
        const entry = (await lookUp('require-call', from)) ?? (await lookUp('import-statement', from));
        if (entry === null) throw new Error(noEntry(bundled));
        return entry;
      }
      if (source.startsWith(offeredPrefix)) return left(source.slice(offeredPrefix.length));
      const isNodes = isBuiltin(source);
      const offered = isNodes ? find(source) : undefined;
      if (offered !== undefined) return left(offered.name);
      const resolved = isNodes && !hasSubstitutes ? null : await lookUp(kind, importer);
      const other = others.find(({ name }) => name === source);
      if (other !== undefined && resolved !== null && liesIn(resolved.id, other.folder)) return left(source);
      if (resolved !== null && isCode(resolved)) return resolved;
      onMissing(source);
      return left(source);
    },
  };
}

/** Whether a module can be a part of a bundle: native code cannot. */
function isCode({ id, external }: { readonly id: string; readonly external: boolean | string }): boolean {
  return external === false && !id.endsWith('.node');
}

function left(id: string): { readonly id: string; readonly external: true } {
  return { id, external: true };
}

function liesIn(path: string, folder: string): boolean {
  return path.startsWith(folder + sep);
}

function noEntry({ name, packageName }: InstalledPackage): string {
  return name === packageName ? 'its package.json names no module that is there' : 'it has no module of that path';
}
