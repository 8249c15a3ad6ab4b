import { Option, type Command } from 'commander';
import { wholeNumber } from './values.ts';

/** The flags of `winnow doctor`, as commander names them. */
export interface DoctorFlags {
  readonly config?: string;
  readonly baseUrl?: string;
  readonly model?: string;
  readonly apiKeyEnv?: string;
  readonly out: string;
  readonly store?: string;
  readonly timeoutS: number;
  readonly only?: readonly ('machine' | 'sandbox' | 'endpoint' | 'store')[];
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow doctor                                             this machine, the sandbox, the store
  $ winnow doctor --config winnow.yaml                        the endpoints of a configuration too
  $ winnow doctor --only endpoint --base-url http://127.0.0.1:11434/v1 --model qwen3-coder

About ten short requests go to each endpoint. Exit 0, or 100 where something is a
problem; a note is no problem.`;

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('look at this machine, the sandbox, the endpoint and the store')
    .option('--config <file>', 'configuration (default: winnow.config.* here, or the offline one)')
    .option('--base-url <url>', 'an endpoint to look at instead of the configured ones')
    .option('--model <name>', 'its model')
    .option('--api-key-env <name>', 'environment variable with its key')
    .option('--out <dir>', 'directory that a run would write to', 'winnow-out')
    .option('--store <path>', 'the store (default: DIR/run.db)')
    .option('--timeout-s <n>', 'seconds that each request to an endpoint may take', wholeNumber(1, 3600), 30)
    .addOption(
      new Option('--only <groups...>', 'look only at these').choices(['machine', 'sandbox', 'endpoint', 'store']),
    )
    .option('--json', 'print the findings as one JSON value')
    .addHelpText('after', examples)
    .action(async (flags: DoctorFlags) => {
      const { doctorAction } = await import('../actions/doctor.ts');
      await doctorAction(flags);
    });
}
