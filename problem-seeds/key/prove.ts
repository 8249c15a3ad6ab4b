import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { discrepancies } from './prover/discrepancies.ts';
import { observe } from './prover/observe.ts';
import { defaultRoot, readSeed, type RecordedSeed, seedsWithKeys } from './prover/recorded.ts';
import { summary } from './prover/summary.ts';

/**
 * `prove.ts [--root DIR] [--rounds N] [seed…]`: proves keys, all of them by default; exit 1 if one is not as it says.
 * Suites run N times, each with another fast-check seed.
 */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { root: { type: 'string' }, rounds: { type: 'string', default: '2' } },
  });
  const root = resolve(values.root ?? defaultRoot);
  const seeds: RecordedSeed[] = [];
  let failed = 0;
  for (const name of positionals.length > 0 ? positionals : seedsWithKeys(root)) {
    try {
      seeds.push(await readSeed(root, name));
    } catch (error) {
      failed += 1;
      console.log(report(name, [error instanceof Error ? error.message : String(error)]));
    }
  }
  const observed = await observe(seeds, Number(values.rounds));
  for (const { seed, key, problems } of seeds) {
    const seen = observed.get(seed);
    const all = [...problems, ...(seen === undefined ? ['it was not observed'] : discrepancies(key, seen))];
    if (all.length > 0) failed += 1;
    console.log(report(seed, all));
  }
  console.log(summary(seeds));
  if (failed > 0) {
    console.log(`${failed} of the keys are not proven`);
    process.exitCode = 1;
  }
}

function report(seed: string, problems: readonly string[]): string {
  return problems.length === 0
    ? `ok ${seed}`
    : [`NOT PROVEN ${seed}`, ...problems.map((problem) => `  - ${problem}`)].join('\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // A suite that hangs would keep the process.
  process.exit(1);
}
