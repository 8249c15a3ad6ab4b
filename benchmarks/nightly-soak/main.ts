import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { stringify } from 'yaml';
import { seedFrom } from '../../src/core/id.ts';
import { startOfflineModel } from '../../src/llm/offline/server.ts';
import { tempFolder } from '../../tests/e2e/helpers.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { table } from '../table.ts';
import { oneNight, type SoakNight } from './night.ts';
import { problemsOf } from './problems.ts';

const usage = `npm run bench -- nightly-soak [--nights 7] [--target 60] [--seed 1] [--json]

  --nights N  nights, one after the other
  --target N  rows that each is to keep
  --seed N    of the moments of the kills
  --json      print one JSON value

A week of winnow nightly against a made-up endpoint that fails 3 % of the time (429, 500, stalls, truncated replies and
garbage). Each night is killed once by kill -9 at a random moment, and begun again. Exit 1 where the accounting does not
add up, a row comes twice, or a stored reply is asked for again.`;

const faults = { '429': 0.01, '500': 0.01, truncate: 0.005, garbage: 0.005 };

/** Whether a dataset can grow night by night, whatever happens. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      nights: { type: 'string', default: '7' },
      target: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const [count, target, seed] = [
    countFrom('nights', options.nights),
    countFrom('target', options.target),
    countFrom('seed', options.seed),
  ];
  using folder = tempFolder();
  const log = folder.file('requests.log');
  const model = await startOfflineModel({ seed, faults, retryAfterMs: 20, logFile: log });
  try {
    const config = folder.file('night.yaml');
    writeFileSync(config, stringify(configFor(model.url)));
    const nights: SoakNight[] = [];
    for (let number = 0; number < count; number += 1) {
      const share = seedFrom(['soak', seed, number]) / 2 ** 31;
      nights.push(await oneNight({ folder, config, target, killAt: share }, nights));
    }
    const problems = problemsOf(folder.file('nights'), log, nights);
    process.stdout.write(options.json ? `${JSON.stringify({ nights, problems })}\n` : rendered(nights, problems));
    return problems.length === 0 ? 0 : 1;
  } finally {
    await model.close();
  }
};

function configFor(baseUrl: string): object {
  return {
    endpoint: {
      name: 'soak',
      base_url: baseUrl,
      model: 'winnow-offline',
      price: { input_per_million: 0.4, output_per_million: 1.6 },
    },
    seeds: { tags: ['offline'], round_size: 16 },
    generate: { solutions: 3 },
    verify: { mutants: 6, inputs: 20, minimal_suites: false, concurrency: availableParallelism() },
    backtranslate: { per_task: 0 },
  };
}

function rendered(nights: readonly SoakNight[], problems: readonly string[]): string {
  const rows = nights.map((night) => [
    night.night,
    night.kept,
    night.rows,
    night.requests,
    night.faults,
    `${(night.killedAfterMs / 1000).toFixed(1)} s`,
    `${(night.wallMs / 1000).toFixed(1)} s`,
    (night.storeMb / night.rows).toFixed(3),
    night.storeMb.toFixed(1),
    Math.round(night.mostResidentMb),
  ]);
  const head = [
    'night',
    'kept',
    'in all',
    'requests',
    'unjudged',
    'killed after',
    'took',
    'store MB/row',
    'store MB',
    'most MB',
  ];
  const end =
    problems.length === 0
      ? 'Everything adds up, no row comes twice, and no stored reply was asked for again.'
      : problems.join('\n');
  return `${table([head, ...rows.map((row) => row.map(String))])}\n${end}\n`;
}
