import { Option, type Command } from 'commander';
import { wholeNumber } from './values.ts';

/** The flags of `winnow serve`, as commander names them. */
export interface ServeFlags {
  readonly judge?: boolean;
  readonly run?: string;
  readonly store?: string;
  readonly port?: number;
  readonly host: string;
  readonly queue: number;
  readonly maxBodyMb: number;
  readonly tokenEnv?: string;
  readonly config?: string;
  readonly concurrency?: number;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly types: 'strict' | 'off';
  readonly seed?: number;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ winnow serve --run winnow-out                        a run to look at, also while it goes on
  $ winnow serve --judge                                 on 127.0.0.1:8300, for this machine alone
  $ WINNOW_TOKEN=… winnow serve --judge --host 0.0.0.0 --token-env WINNOW_TOKEN
  $ curl -s localhost:8300/test_program -H 'content-type: application/json' \\
      -d '{"program": "const add = (a: number, b: number) => a + b;", "tests": ["expect(add(1, 2)).toBe(3)"]}'
  {"results":[1],"runtimes":[0.012],"verdicts":[{"kind":"accepted"}]}

examples/11-rl-reward has a reward function in Python for TRL, verl and open-instruct.`;

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('show a run in a browser, or judge programs over HTTP as the reward of reinforcement learning')
    .option('--judge', 'serve verdicts (POST /test_program, POST /test_batch, GET /health)')
    .option('--run <dir>', 'show the run of a directory: its progress, its rows and the story of each')
    .option('--store <path>', 'where the run’s store is, unless it is run.db in the directory')
    .option(
      '--port <n>',
      'port to listen on, 0 for any free one (default: 8300; 8301 for a run)',
      wholeNumber(0, 65_535),
    )
    .option('--host <address>', 'address to listen on; others than this machine need a token', '127.0.0.1')
    .option('--queue <n>', 'programs that may wait for their turn; 429 beyond them', wholeNumber(0), 1000)
    .option('--max-body-mb <n>', 'size of a request', wholeNumber(1, 512), 4)
    .option('--token-env <name>', 'environment variable with the token that is asked for')
    .option('--config <file>', 'limits, seed and packages from a configuration file; flags go before')
    .option('--concurrency <n>', 'sandbox workers (default: one for each core)', wholeNumber(1, 1024))
    .option('--timeout-ms <n>', 'CPU time for one test of a program, at most (default: 3000)', wholeNumber(1))
    .option('--memory-mb <n>', 'memory for one test of a program (default: 128)', wholeNumber(16))
    .addOption(
      new Option('--types <mode>', 'refuse programs that are ill-typed by themselves')
        .choices(['strict', 'off'])
        .default('off'),
    )
    .option('--seed <n>', 'seed of properties and randomness (default: 1)', wholeNumber(0))
    .option('--json', 'print where it listens as one JSON value')
    .addHelpText('after', examples)
    .action(async (flags: ServeFlags) => {
      const { serveAction } = await import('../actions/serve.ts');
      await serveAction(flags);
    });
}
