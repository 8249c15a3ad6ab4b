#!/usr/bin/env node
import { makeProgram } from './program.ts';
import { report } from './report.ts';

for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosed);
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

/** A reader that has gone (a closed pipe or terminal) is no reason to stop a run. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}
