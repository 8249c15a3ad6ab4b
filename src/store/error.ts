import { exitCode, inputError, WinnowError } from '../core/error.ts';

const goOn = 'then run the same command again: nothing stored so far is lost';

/** SQLite's primary result codes that a person can do something about. */
const causes: Readonly<Record<number, { readonly code: string; readonly what: string }>> = {
  8: { code: 'store-read-only', what: `it is read-only. Check its permissions, ${goOn}` },
  10: { code: 'store-io', what: `the disk reported an error. Check the disk, ${goOn}` },
  11: { code: 'store-corrupt', what: 'it is damaged. Restore it, or choose another --out or --store' },
  13: { code: 'disk-full', what: `the disk is full. Free some space, ${goOn}` },
  14: { code: 'store-unopenable', what: 'it cannot be opened. Check that its folder exists and is writable' },
  26: { code: 'store-foreign', what: 'it is no SQLite database. Choose another --out or --store' },
};

/** A failure of the store's file as an error for people; everything else as it is. */
export function storeError(path: string, cause: unknown): unknown {
  const known = cause instanceof Error && 'errcode' in cause ? causes[Number(cause.errcode) & 0xff] : undefined;
  if (!known) return cause;
  return new WinnowError(`Cannot use the store ${path}: ${known.what}.`, {
    code: known.code,
    exit: exitCode.badInput,
    cause,
  });
}

/** Refuses a store that this version cannot open. */
export function refuseRemote(location: string): void {
  if (!/^postgres(ql)?:/u.test(location)) return;
  throw inputError(
    'store-unsupported',
    `This version keeps its store in a file: --store cannot be ${location.split('@').at(-1) ?? 'remote'}.`,
  );
}
