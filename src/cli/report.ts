import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { exitCode, WinnowError } from '../core/error.ts';
import { styled } from './render/styled.ts';

/**
 * Says what went wrong on standard error, with `--json` as the one value on standard output too, and returns the exit
 * code for it. A stack trace is for `--debug` alone.
 */
export function report(error: unknown, argv: readonly string[]): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.done;
  const failure = describe(error);
  if (!(error instanceof CommanderError))
    process.stderr.write(`${styled('red', 'winnow:', process.stderr)} ${wordsFor(error, failure, argv)}\n`);
  if (argv.includes('--json')) {
    const { code, message } = failure;
    process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  }
  return failure.exit;
}

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly exit: number;
}

function describe(error: unknown): Failure {
  if (error instanceof WinnowError) return error;
  const message = error instanceof Error ? error.message : String(error);
  // Commander has printed its own message, which says the same with a hint.
  if (error instanceof CommanderError) return { code: 'bad-usage', message, exit: exitCode.badInput };
  return { code: 'internal', message, exit: exitCode.internal };
}

function wordsFor(error: unknown, { message, exit }: Failure, argv: readonly string[]): string {
  const isDebug = argv.includes('--debug');
  const words = isDebug ? inspect(error) : message;
  if (exit !== exitCode.internal) return words;
  const hint = isDebug ? '' : ' (--debug shows where)';
  return `internal error: ${words}${hint}\nWhat was stored is safe: the same command goes on from there.`;
}
