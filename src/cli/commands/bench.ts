import { Option, type Command } from 'commander';
import { collected, dollars, number, wholeNumber, wholeNumbers } from './values.ts';

/** The flags that say how samples are judged, as commander names them. */
export interface JudgingFlags {
  readonly problems: string;
  readonly out: string;
  readonly config?: string;
  readonly tests?: 'full' | 'example';
  readonly types?: 'strict' | 'off';
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly concurrency?: number;
  readonly seed?: number;
  readonly skipBadLines?: boolean;
  readonly json?: boolean;
}

export interface ScoreFlags extends JudgingFlags {
  readonly samples: string;
  readonly k?: readonly number[];
  readonly audit?: string;
  readonly resume?: boolean;
}

export interface BenchRunFlags extends JudgingFlags {
  readonly model: string;
  readonly baseUrl?: string;
  readonly apiKeyEnv?: string;
  readonly n: number;
  readonly k?: readonly number[];
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxTokens?: number;
  readonly system?: string;
  readonly stop?: readonly string[];
  readonly prompt: 'instruct' | 'raw';
  readonly maxConcurrency?: number;
  readonly budgetUsd?: number;
  readonly priceIn?: number;
  readonly priceOut?: number;
  readonly store?: string;
  readonly audit?: string;
  readonly fresh?: boolean;
}

export interface CompareFlags {
  readonly out?: string;
  readonly k?: readonly number[];
  readonly json?: boolean;
}

export interface AuditFlags extends JudgingFlags {
  readonly mutants?: number;
}

const examples = `
Examples:
  $ winnow bench run --problems problems.jsonl --model qwen --base-url http://127.0.0.1:8080/v1 --out qwen
  $ winnow bench score --problems problems.jsonl --samples samples.jsonl --out result -k 1,10
  $ winnow bench compare before after
  $ winnow bench audit --problems problems.jsonl --out audit

docs/bench.md goes from nothing to a comparison of two models.`;

/** `winnow bench` with its four subcommands. */
export function addBenchCommand(program: Command): void {
  const bench = program
    .command('bench')
    .description('measure pass@k of models on problem sets')
    .addHelpText('after', examples);
  addScore(bench);
  addRun(bench);
  addCompare(bench);
  addAudit(bench);
}

function addScore(bench: Command): void {
  judging(bench.command('score').description('judge samples, and give pass@k with its uncertainty'))
    .requiredOption('--samples <file>', 'raw replies or programs: {task_id, completion} a line (-: standard input)')
    .option('-k <list>', 'values of k (default: those of 1,5,10,100 that there are samples for)', wholeNumbers)
    .option('--audit <dir>', 'also give the score without the problems that an audit found wrong or weak')
    .option('--resume', 'go on with the partial results of an earlier invocation')
    .action(async (flags: ScoreFlags) => {
      const { scoreAction } = await import('../actions/bench/score.ts');
      await scoreAction(flags);
    });
}

function addRun(bench: Command): void {
  judging(bench.command('run').description('sample solutions from a model and score them as they arrive'))
    .requiredOption('--model <name>', 'the model to ask for')
    .option('--base-url <url>', 'an OpenAI-compatible endpoint (default: http://127.0.0.1:8000/v1)')
    .option('--api-key-env <name>', 'the environment variable that holds the key')
    .option('-n <n>', 'samples of each problem', wholeNumber(1, 10_000), 20)
    .option('-k <list>', 'values of k (default: those of 1,5,10,100 that n allows)', wholeNumbers)
    .option('--temperature <t>', 'sampling temperature (default: 0.8)', number(0, 2))
    .option('--top-p <p>', 'nucleus sampling', number(0, 1))
    .option('--max-tokens <n>', 'limit of one reply (default: 4096)', wholeNumber(1))
    .option('--system <text>', 'a system message in the place of the usual one')
    .option('--stop <text>', 'a stop sequence; may be given several times', collected)
    .addOption(
      new Option('--prompt <style>', 'instruct: with instructions; raw: the prompt alone, to be continued')
        .choices(['instruct', 'raw'])
        .default('instruct'),
    )
    .option('--max-concurrency <n>', 'requests in flight at most (default: 16)', wholeNumber(1, 10_000))
    .option('--budget-usd <x>', 'stop before spending more dollars; needs the prices', dollars)
    .option('--price-in <x>', 'dollars for a million tokens of prompts', dollars)
    .option('--price-out <x>', 'dollars for a million tokens of replies', dollars)
    .option('--store <path>', 'where replies are stored (default: DIR/run.db)')
    .option('--audit <dir>', 'also give the score without the problems that an audit found wrong or weak')
    .option('--fresh', 'begin anew in the directory; stored replies are used again')
    .action(async (flags: BenchRunFlags) => {
      const { benchRunAction } = await import('../actions/bench/run.ts');
      await benchRunAction(flags);
    });
}

function addCompare(bench: Command): void {
  bench
    .command('compare')
    .description('compare results of the same problems: differences with their intervals')
    .argument('<dirs...>', 'directories of two or more results; the others are compared with the first')
    .option('--out <dir>', 'write compare.json and compare.md there')
    .option('-k <list>', 'values of k (default: those that all results have)', wholeNumbers)
    .option('--json', 'print the comparison as one JSON value')
    .action(async (dirs: readonly string[], flags: CompareFlags) => {
      const { compareAction } = await import('../actions/bench/compare.ts');
      await compareAction(dirs, flags);
    });
}

function addAudit(bench: Command): void {
  judging(bench.command('audit').description('find problems whose tests are wrong, weak or flaky'))
    .option('--mutants <n>', 'mutants of each canonical solution, at most (default: 60)', wholeNumber(1, 10_000))
    .action(async (flags: AuditFlags) => {
      const { auditAction } = await import('../actions/bench/audit.ts');
      await auditAction(flags);
    });
}

/** The options that all commands have that judge. */
function judging(command: Command): Command {
  return command
    .requiredOption('--problems <path>', 'JSONL of any published shape, or a directory of exercises')
    .requiredOption('--out <dir>', 'directory of the result')
    .option('--config <file>', 'limits and guest.packages from a configuration file; flags go before')
    .addOption(
      new Option(
        '--tests <which>',
        "the problem's full tests, or only the examples of its statement (default: full)",
      ).choices(['full', 'example']),
    )
    .addOption(
      new Option('--types <mode>', 'strict: an ill-typed TypeScript solution fails (default: off)').choices([
        'strict',
        'off',
      ]),
    )
    .option('--timeout-ms <n>', 'CPU time for one sample (default: 3000)', wholeNumber(1))
    .option('--memory-mb <n>', 'memory for one sample (default: 128)', wholeNumber(16))
    .option('--concurrency <n>', 'sandbox workers (default: one for each core)', wholeNumber(1, 1024))
    .option('--seed <n>', 'seed of properties and randomness (default: 1)', wholeNumber(0))
    .option('--skip-bad-lines', 'skip and count lines that are no problem or sample')
    .option('--json', 'print the result as one JSON value');
}
