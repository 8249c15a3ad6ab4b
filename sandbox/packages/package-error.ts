/** Why a package cannot be offered, for people: which one, what is wrong, and what to do. */
export class PackageError extends Error {
  readonly code: 'package-invalid' | 'package-not-installed' | 'package-not-bundled' | 'package-not-loaded';

  constructor(code: PackageError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PackageError';
    this.code = code;
  }
}
