import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Runs with its own words of the command line; returns the exit code. Throws `BenchmarkUsage`. */
export type Benchmark = (args: readonly string[]) => Promise<number>;

/** The command line, or what it names, cannot be used: exit code 2. Or its usage was asked for: exit code 0. */
export class BenchmarkUsage extends Error {
  readonly wasAskedFor: boolean;

  constructor(message: string, options: { readonly wasAskedFor?: boolean; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.wasAskedFor = options.wasAskedFor ?? false;
  }
}

type Values<T extends ParseArgsConfig['options']> = ReturnType<
  typeof parseArgs<{ options: T; strict: true }>
>['values'];

/** Reads a benchmark's options. Throws `BenchmarkUsage` with the usage for an option that it does not have, or `--help`. */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
): Values<T> {
  if (args.includes('--help')) throw new BenchmarkUsage(usage, { wasAskedFor: true });
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new BenchmarkUsage(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** A whole number of at least 1 out of an option's text. */
export function countFrom(name: string, text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw new BenchmarkUsage(`--${name} must be a whole number of at least 1, not ${text}`);
}
