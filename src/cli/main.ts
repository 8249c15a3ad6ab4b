#!/usr/bin/env node
import type { Command } from 'commander';
import { exitCode } from '../core/error.ts';
import { makeProgram } from './program.ts';
import { report } from './report.ts';

process.stdout.on('error', noticeUnwritten);
// There is no other place to say it.
process.stderr.on('error', () => {});
await main(process.argv);

async function main(argv: readonly string[]): Promise<void> {
  const program = makeProgram();
  throwInsteadOfExiting(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error, argv);
  }
}

/** Commander would end the process itself, and loses what is still to be written. */
function throwInsteadOfExiting(command: Command): void {
  command.exitOverride();
  for (const inner of command.commands) throwInsteadOfExiting(inner);
}

/** A reader that has gone (a closed pipe or terminal) is no reason to stop a run; a full disk behind it is one to say so. */
function noticeUnwritten(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || error.code === 'EIO') return;
  process.stderr.write(`winnow: Not all of the output could be written: ${error.message}.\n`);
  process.exitCode = exitCode.badInput;
}
