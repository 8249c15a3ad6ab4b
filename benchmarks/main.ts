import { distance } from 'fastest-levenshtein';
import { BenchmarkUsage, type Benchmark } from './benchmark.ts';

interface Entry {
  readonly measures: string;
  readonly load: () => Promise<{ readonly benchmark: Benchmark }>;
}

const benchmarks: Readonly<Record<string, Entry>> = {
  attacks: {
    measures: 'hostile and unusual candidates, an honest one after each: verdicts, and the memory of all processes',
    load: () => import('./attacks/main.ts'),
  },
  'writing-rate': {
    measures: 'requests a second of a run that writes while it judges: what the latency allows, and a bare loop',
    load: () => import('./writing-rate/main.ts'),
  },
  'faulty-endpoint': {
    measures:
      'the same run against an endpoint that fails in five ways and a clean one: rows, and requests lost or repeated',
    load: () => import('./faulty-endpoint/main.ts'),
  },
  'judge-soak': {
    measures: 'thousands of candidates, one in a hundred hostile: verdicts, memory and CPU time from first to last',
    load: () => import('./judge-soak/main.ts'),
  },
  'judge-throughput': {
    measures: 'right solutions a second: winnow check, a process for each, and a bare loop of isolates',
    load: () => import('./judge-throughput/main.ts'),
  },
  'keep-precision': {
    measures: 'the kept rows against the key: precision, recall, yield, and the reasons of drops',
    load: () => import('./keep-precision/main.ts'),
  },
  'kill-resume': {
    measures: 'twenty kills at random moments, each resumed: the same files, and no stored reply asked for again',
    load: () => import('./kill-resume/main.ts'),
  },
  'nightly-soak': {
    measures: 'a week of nights, each killed once, against an endpoint that fails: what adds up, grows and repeats',
    load: () => import('./nightly-soak/main.ts'),
  },
  'interval-coverage': {
    measures: 'how often the confidence intervals of pass@k hold what they should, by simulation',
    load: () => import('./interval-coverage/main.ts'),
  },
  'score-throughput': {
    measures: 'samples a second: winnow bench score, and a scorer that starts a process for each',
    load: () => import('./score-throughput/main.ts'),
  },
  'verify-throughput': {
    measures: 'rows a second: winnow verify, and winnow check on the same candidates',
    load: () => import('./verify-throughput/main.ts'),
  },
  curation: {
    measures: 'planted duplicates and contamination: recall, false alarms, and time and memory as the rows grow',
    load: () => import('./curation/main.ts'),
  },
  'live-view': {
    measures: 'each view of a made-up run of a million rows: median and p99, and how long its index takes',
    load: () => import('./live-view/main.ts'),
  },
  'type-check': {
    measures: 'CPU time of the type check a candidate, alone and with tests, against tsc on the same batch',
    load: () => import('./type-check/main.ts'),
  },
};

/** `npm run bench -- NAME [options]`: runs one benchmark, or lists them all; returns the exit code. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help') {
    process.stdout.write(list());
    return 0;
  }
  const entry = benchmarks[name];
  if (!entry) {
    process.stderr.write(`There is no benchmark ${name}. Did you mean ${nearest(name)}?\n\n${list()}`);
    return 2;
  }
  return await runOne(entry, args);
}

async function runOne(entry: Entry, args: readonly string[]): Promise<number> {
  const { benchmark } = await entry.load();
  try {
    return await benchmark(args);
  } catch (error) {
    if (!(error instanceof BenchmarkUsage)) throw error;
    (error.wasAskedFor ? process.stdout : process.stderr).write(`${error.message}\n`);
    return error.wasAskedFor ? 0 : 2;
  }
}

function nearest(name: string): string {
  const names = Object.keys(benchmarks);
  return names.toSorted((a, b) => distance(a, name) - distance(b, name))[0] ?? '';
}

function list(): string {
  const lines = Object.entries(benchmarks).map(([name, { measures }]) => `  ${name.padEnd(19)}${measures}\n`);
  return `npm run bench -- NAME [options]; NAME --help shows a benchmark's options.\n${lines.join('')}`;
}

process.exitCode = await main(process.argv.slice(2));
