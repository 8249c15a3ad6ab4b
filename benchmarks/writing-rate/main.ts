import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLog } from '../../src/llm/offline/request-log.ts';
import { startWinnow, tempFolder } from '../../tests/e2e/helpers.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { table } from '../table.ts';
import { askBarely } from './bare-client.ts';
import { serveModel } from './served-model.ts';
import { residentMb, writeRun } from './write-run.ts';

const usage = `npm run bench -- writing-rate [--latency-ms 400] [--concurrency 64] [--draws 300] [--json]

  --latency-ms N   mean latency of the model, drawn from an exponential distribution
  --concurrency N  requests in flight
  --draws N        seeds of one round, all of whose tasks, solutions and suites are written
  --json           print one JSON value

A run against \`winnow offline-model --synthetic\` writes while it judges. Its requests a second are measured between
the first and the last tenth, against what the latency allows and against a bare loop of fetch on the same server.`;

export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      'latency-ms': { type: 'string', default: '400' },
      concurrency: { type: 'string', default: '64' },
      draws: { type: 'string', default: '300' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const latencyMs = countFrom('latency-ms', options['latency-ms']);
  const concurrency = countFrom('concurrency', options.concurrency);
  const draws = countFrom('draws', options.draws);
  using folder = tempFolder();
  const log = folder.file('requests.jsonl');
  await using model = await serveModel(['--synthetic', '--latency-ms', String(latencyMs), '--log', log]);
  await askBarely({ url: model.url, concurrency, requests: concurrency * 40 });
  const bare = rateOf(arrivals(log, true));
  const config = writeRun({ folder: folder.path, url: model.url, concurrency, draws });
  const memory = await writeWhileJudging({ config, out: folder.file('run'), log, expected: draws * 8 });
  const rate = rateOf(arrivals(log, false));
  const ideal = concurrency / (latencyMs / 1000);
  const report = {
    latencyMs,
    concurrency,
    draws,
    ideal,
    bare,
    rate,
    ofIdeal: rate / ideal,
    ofBare: rate / bare,
    memory,
  };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : render(report));
  return 0;
};

interface Meanwhile {
  /** Verdicts and proofs that were reached while the run still asked. */
  readonly judged: number;
  /** Of the run's main process, in MB: the most in the second and in the last third of the writing. */
  readonly middleMb: number;
  readonly endMb: number;
  /** How long the writing took. */
  readonly seconds: number;
}

interface Watching {
  readonly config: string;
  readonly out: string;
  readonly log: string;
  readonly expected: number;
}

/** Runs until nearly all has been asked for, then interrupts: the judging that is left takes minutes. */
async function writeWhileJudging({ config, out, log, expected }: Watching): Promise<Meanwhile> {
  const run = startWinnow(['run', '--config', config, '--out', out]);
  const begun = performance.now();
  const samples: number[] = [];
  for (
    let asked = 0;
    asked < expected * 0.96 && residentMb(run.pid) !== undefined;
    asked = arrivals(log, false).length
  ) {
    samples.push(residentMb(run.pid) ?? 0);
    await sleep(500);
  }
  const seconds = (performance.now() - begun) / 1000;
  const judged = judgedIn(join(out, 'run.db'));
  run.kill('SIGINT');
  await sleep(200);
  run.kill('SIGINT');
  await run.finished;
  const third = Math.floor(samples.length / 3);
  return {
    middleMb: Math.max(...samples.slice(third, 2 * third)),
    endMb: Math.max(...samples.slice(2 * third)),
    seconds,
    judged,
  };
}

function judgedIn(store: string): number {
  using database = new DatabaseSync(store, { readOnly: true });
  return Number(database.prepare('select count(*) as n from verdict').get()?.['n'] ?? 0);
}

/** When requests came in, in ms: those of the bare loop, or those of the run. */
function arrivals(log: string, isBare: boolean): number[] {
  return readLog(log).flatMap(({ at, label }) => (label.seed.startsWith('bare/') === isBare ? [Date.parse(at)] : []));
}

function rateOf(times: readonly number[]): number {
  const [from, to] = [Math.floor(times.length * 0.1), Math.floor(times.length * 0.9)];
  const spanMs = (times[to] ?? 0) - (times[from] ?? 0);
  return ((to - from) / spanMs) * 1000;
}

interface Report {
  readonly latencyMs: number;
  readonly concurrency: number;
  readonly draws: number;
  readonly ideal: number;
  readonly bare: number;
  readonly rate: number;
  readonly ofIdeal: number;
  readonly ofBare: number;
  readonly memory: Meanwhile;
}

function render({ latencyMs, concurrency, draws, ideal, bare, rate, ofIdeal, ofBare, memory }: Report): string {
  const rows = [
    ['', 'requests/s', 'of what the latency allows'],
    ['the latency allows', ideal.toFixed(1), '100 %'],
    ['a bare loop of fetch', bare.toFixed(1), percent(bare / ideal)],
    ['winnow run, writing while it judges', rate.toFixed(1), percent(ofIdeal)],
  ];
  return [
    `${draws} draws, ${concurrency} requests in flight, ${latencyMs} ms mean latency; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
    '',
    table(rows),
    `${percent(ofBare)} of the bare loop; resident memory ${memory.middleMb.toFixed(0)} MB in the middle, ${memory.endMb.toFixed(0)} MB at the end of ${memory.seconds.toFixed(0)} s`,
    `${memory.judged} verdicts and proofs were reached meanwhile`,
    '',
  ].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
