import type { GuestConfig } from '../config/config.ts';
import { inputError } from '../core/error.ts';
import { openSandbox, type Sandbox } from '../../sandbox/index.ts';
import {
  bundlePackages,
  installedPackages,
  labelsOf,
  PackageError,
  proveLoading,
} from '../../sandbox/packages/index.ts';

/** The packages that candidates may import, as they are installed now. */
export interface GuestPackages {
  readonly names: readonly string[];
  /** Where they are looked for, the first folder first. */
  readonly folders: readonly string[];
  /** `name@version` of each, on which verdicts depend. */
  readonly labels: readonly string[];
}

export const noPackages: GuestPackages = { names: [], folders: [], labels: [] };

/** Finds the configured packages. Throws an input error for one that is not installed. */
export function guestPackages({ packages, folders }: GuestConfig): GuestPackages {
  const installed = forPeople(() => installedPackages(packages, folders));
  return { names: installed.map(({ name }) => name), folders, labels: labelsOf(installed) };
}

/**
 * Opens a sandbox in which candidates can import packages; gives their bundled sources too, by name. Throws an input
 * error for a package that cannot be bundled, or does not load inside the sandbox.
 */
export async function openSandboxWith(options: {
  readonly concurrency: number;
  readonly packages: GuestPackages;
}): Promise<{ readonly sandbox: Sandbox; readonly sources: Readonly<Record<string, string>> }> {
  const { concurrency, packages } = options;
  const { names, folders } = packages;
  try {
    const sources = await bundlePackages(names, folders);
    const sandbox = await openSandbox({ concurrency, packages: sources });
    await proveLoading(names, sandbox).catch(async (error: unknown) => {
      await sandbox.close();
      throw error;
    });
    return { sandbox, sources };
  } catch (error) {
    throw told(error);
  }
}

function forPeople<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw told(error);
  }
}

function told(error: unknown): unknown {
  return error instanceof PackageError ? inputError(error.code, `guest.packages: ${error.message}`, error) : error;
}
