import { Option, type Command } from 'commander';
import { wholeNumber } from './values.ts';

/** The flags of `winnow serve`, as commander names them. */
export interface ServeFlags {
  readonly judge?: boolean;
  readonly host: string;
  readonly port: number;
  readonly config?: string;
  readonly concurrency?: number;
  readonly queue: number;
  readonly maxWaitMs: number;
  readonly maxBodyMb: number;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly types: 'strict' | 'off';
  readonly tokenEnv?: string;
}

const examples = `
Examples:
  $ winnow serve --judge --port 8300
  $ curl -d '{"program": "const twice = (n) => 2 * n;", "tests": ["assert(twice(2) === 4)"]}' \\
      http://127.0.0.1:8300/test_program

A trainer gets rewards from it: examples/11-rl-reward has the function.`;

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the judge over HTTP, for rewards of reinforcement learning')
    .option('--judge', 'serve POST /test_program and /test_batch')
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <n>', 'port (0: any free one)', wholeNumber(0, 65_535), 8300)
    .option('--config <file>', 'limits and packages from a configuration file')
    .option('--concurrency <n>', 'sandbox workers (default: one for each core)', wholeNumber(1, 1024))
    .option('--queue <n>', 'tests that may wait; more is answered with 429', wholeNumber(1), 1000)
    .option('--max-wait-ms <n>', 'longest wait for a turn, then 503', wholeNumber(1), 60_000)
    .option('--max-body-mb <n>', 'largest request', wholeNumber(1, 1024), 4)
    .option('--timeout-ms <n>', 'CPU time for one test, at most (default: 3000)', wholeNumber(1))
    .option('--memory-mb <n>', 'memory for one test (default: 128)', wholeNumber(16))
    .addOption(new Option('--types <mode>', 'type check first').choices(['strict', 'off']).default('off'))
    .option('--token-env <name>', 'environment variable of a token to ask for')
    .addHelpText('after', examples)
    .action(async (flags: ServeFlags) => {
      const { serveAction } = await import('../actions/serve.ts');
      await serveAction(flags);
    });
}
