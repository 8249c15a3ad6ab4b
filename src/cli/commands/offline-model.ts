import { InvalidArgumentError, Option, type Command } from 'commander';
import { wholeNumber } from './values.ts';

export interface OfflineModelFlags {
  readonly port: number;
  readonly replies?: string;
  readonly synthetic?: boolean;
  readonly latencyMs?: number;
  readonly tokensPerSecond?: number;
  readonly faults?: Readonly<Record<string, number>>;
  readonly log?: string;
  readonly seed?: number;
}

const examples = `
Examples:
  $ winnow offline-model --port 8080
  $ winnow offline-model --port 8080 --synthetic
  $ winnow offline-model --port 8080 --latency-ms 200 --faults 429=0.05,500=0.02,stall=0.01`;

export function addOfflineModelCommand(program: Command): void {
  program
    .command('offline-model')
    .description('serve recorded or made-up replies as an OpenAI-compatible endpoint on loopback')
    .requiredOption('--port <n>', 'port to listen on (0: any free one)', wholeNumber(0, 65_535))
    .option('--replies <dir>', 'folder of recorded replies (default: the bundled ones)')
    .addOption(new Option('--synthetic', 'make up tasks, solutions and tests without end instead').conflicts('replies'))
    .option('--latency-ms <mean>', 'mean time before an answer begins', wholeNumber(0))
    .option('--tokens-per-second <n>', 'speed of an answer', wholeNumber(1))
    .option('--faults <list>', 'rates of injected faults: 429, 500, stall, truncate, garbage', faultRates)
    .option('--log <file>', 'add a JSON line for each request')
    .option('--seed <n>', 'draws faults and latencies, and what --synthetic makes', wholeNumber(0))
    .addHelpText('after', examples)
    .action(async (flags: OfflineModelFlags) => {
      const { offlineModelAction } = await import('../actions/offline-model.ts');
      await offlineModelAction(flags);
    });
}

const faultNames = ['429', '500', 'stall', 'truncate', 'garbage'];

function faultRates(text: string): Record<string, number> {
  const entries = text.split(',').map((part) => {
    const [name = '', rate = ''] = part.split('=');
    const value = Number(rate);
    if (!faultNames.includes(name)) throw new InvalidArgumentError(`${name} is none of ${faultNames.join(', ')}.`);
    if (rate === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError(`${part}: a rate is from 0 to 1.`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}
