#!/usr/bin/env node
import { CommanderError, type Command } from 'commander';
import { exitCode, WinnowError } from '../core/error.ts';
import { makeProgram } from './program.ts';

await main(process.argv);

async function main(argv: readonly string[]): Promise<void> {
  const program = makeProgram();
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error, program);
  }
}

/** Says what went wrong and returns the exit code for it; a stack trace is for `--debug` alone. */
function report(error: unknown, program: Command): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
  const debug = program.opts<{ debug?: boolean }>().debug ?? process.argv.includes('--debug');
  if (error instanceof WinnowError) {
    process.stderr.write(`winnow: ${debug ? String(error.stack) : error.message}\n`);
    return error.exit;
  }
  const text = error instanceof Error ? (debug ? String(error.stack) : error.message) : String(error);
  const hint = debug ? '' : ' (--debug shows where)';
  process.stderr.write(
    `winnow: internal error: ${text}${hint}\nWhat was stored is safe: the same command goes on from there.\n`,
  );
  return exitCode.internal;
}
