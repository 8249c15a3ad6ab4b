import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLabel } from '../../src/llm/label.ts';
import { readLog } from '../../src/llm/offline/request-log.ts';
import { tempFolder, winnowDone } from '../../tests/e2e/helpers.ts';
import { differingFiles } from '../../tests/e2e/run-files.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { table } from '../table.ts';
import { serveModel } from '../writing-rate/served-model.ts';
import { writeRun } from '../writing-rate/write-run.ts';

const usage = `npm run bench -- faulty-endpoint [--faults LIST] [--draws 40] [--json]

  --faults LIST  rates of faults, 429=0.05,500=0.02,stall=0.01,truncate=0.02,garbage=0.01 unless given
  --draws N      seeds of the run
  --json         print one JSON value

The same run twice against \`winnow offline-model --synthetic\`: once with an endpoint that fails in all these ways,
once with one that does not. Exit code 100 where the rows differ, or a request was lost or answered twice.`;

const defaultFaults = '429=0.05,500=0.02,stall=0.01,truncate=0.02,garbage=0.01';

/** A run over a faulty endpoint beside a clean one. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      faults: { type: 'string', default: defaultFaults },
      draws: { type: 'string', default: '40' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const draws = countFrom('draws', options.draws);
  using folder = tempFolder();
  const clean = await runAgainst({ folder: folder.file('clean'), draws, args: [] });
  const faulty = await runAgainst({ folder: folder.file('faulty'), draws, args: ['--faults', options.faults] });
  const differing = differingFiles(clean.out, faulty.out);
  const lost = [...clean.answered].filter((label) => !faulty.answered.has(label)).length;
  const report = { draws, faults: options.faults, clean: countsOf(clean), faulty: countsOf(faulty), differing, lost };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : render(report));
  return differing.length === 0 && lost === 0 && faulty.answeredTwice === 0 ? 0 : 100;
};

interface Worked {
  readonly out: string;
  /** Requests that had a whole answer. */
  readonly answered: ReadonlySet<string>;
  readonly answeredTwice: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly kept: number;
  readonly unjudged: number;
}

interface Running {
  readonly folder: string;
  readonly draws: number;
  /** Of the offline model. */
  readonly args: readonly string[];
}

async function runAgainst({ folder, draws, args }: Running): Promise<Worked> {
  const log = join(folder, 'requests.jsonl');
  const out = join(folder, 'run');
  const config = (url: string): string =>
    writeRun({ folder, url, concurrency: 32, draws, endpoint: { timeout_ms: 2000, attempts: 8 }, sections });
  await using model = await serveModel(['--synthetic', '--log', log, ...args]);
  await winnowDone(['run', '--config', config(model.url), '--out', out]);
  const entries = readLog(log);
  const whole = entries.filter(({ status, fault }) => status === 200 && fault === undefined);
  const answered = new Set(whole.map(({ label }) => formatLabel(label)));
  const faults = Object.groupBy(
    entries.flatMap(({ fault }) => fault ?? []),
    (fault) => fault,
  );
  return {
    out,
    answered,
    answeredTwice: whole.length - answered.size,
    faults: Object.fromEntries(Object.entries(faults).map(([name, all]) => [name, all.length])),
    ...readCounts(out),
  };
}

/** A little less judging than by default: what is measured is the way to the model. */
const sections = { verify: { mutants: 6, inputs: 20, repeat: 1, minimal_suites: false }, generate: { solutions: 3 } };

function readCounts(out: string): Pick<Worked, 'kept' | 'unjudged'> {
  const accounting = JSON.parse(readFileSync(join(out, 'accounting.json'), 'utf8')) as {
    readonly stages: Readonly<
      Record<string, { readonly kept: number; readonly faults: Readonly<Record<string, number>> }>
    >;
  };
  const stages = Object.values(accounting.stages);
  const faults = stages.flatMap((stage) => Object.values(stage.faults)).reduce((sum, times) => sum + times, 0);
  return { kept: accounting.stages['deduplicate']?.kept ?? 0, unjudged: faults };
}

type Counts = Pick<Worked, 'answeredTwice' | 'faults' | 'kept' | 'unjudged'> & { readonly answered: number };

function countsOf({ answered, answeredTwice, faults, kept, unjudged }: Worked): Counts {
  return { answered: answered.size, answeredTwice, faults, kept, unjudged };
}

interface Report {
  readonly draws: number;
  readonly faults: string;
  readonly clean: Counts;
  readonly faulty: Counts;
  readonly differing: readonly string[];
  readonly lost: number;
}

function render({ draws, faults, clean, faulty, differing, lost }: Report): string {
  const row = (name: string, of: (counts: Counts) => number): (string | number)[] => [name, of(clean), of(faulty)];
  const injected = Object.entries(faulty.faults).map(([name, times]) => `${times} ${name}`);
  return [
    `${draws} draws; faults ${faults}`,
    '',
    table([
      ['', 'clean', 'faulty'],
      row('requests answered', (counts) => counts.answered),
      row('answered more than once', (counts) => counts.answeredTwice),
      row('faults met', (counts) => Object.values(counts.faults).reduce((sum, times) => sum + times, 0)),
      row('left unjudged', (counts) => counts.unjudged),
      row('rows kept', (counts) => counts.kept),
    ]),
    `faults: ${injected.join(', ') || 'none'}`,
    `requests lost: ${lost}; files that differ: ${differing.join(', ') || 'none'}`,
    '',
  ].join('\n');
}
