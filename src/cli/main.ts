#!/usr/bin/env node
import { exitCode } from '../core/error.ts';
import { makeProgram } from './program.ts';
import { report } from './report.ts';

process.stdout.on('error', noticeUnwritten);
// There is no other place to say it.
process.stderr.on('error', () => {});
await main(process.argv);

async function main(argv: readonly string[]): Promise<void> {
  const program = makeProgram();
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error, argv);
  }
}

/** A reader that has gone (a closed pipe or terminal) is no reason to stop a run; a full disk behind it is one to say so. */
function noticeUnwritten(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || error.code === 'EIO') return;
  process.stderr.write(`winnow: Not all of the output could be written: ${error.message}.\n`);
  process.exitCode = exitCode.badInput;
}
