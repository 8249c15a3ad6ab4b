import { setTimeout as sleep } from 'node:timers/promises';
import type { Overview } from '../../src/report/live/overview.ts';
import { tempFolder } from '../../tests/e2e/helpers.ts';
import { watchWinnow } from '../../tests/e2e/watched.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { median, table } from '../table.ts';
import { writeRun } from './write-run.ts';

const usage = `npm run bench -- live-view [--rows 1000000] [--requests 200] [--json]

  --rows N      rows of the made-up run
  --requests N  requests for each view
  --json        print one JSON value

A finished run of so many rows is written, and served by winnow serve --run. The time until its index is built, and of
each view from the request to the last byte, one request at a time.`;

/** How long the index of a large run takes, and each view of it. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      rows: { type: 'string', default: '1000000' },
      requests: { type: 'string', default: '200' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const requests = countFrom('requests', options.requests);
  using folder = tempFolder();
  const { rows, samples } = await writeRun(folder.path, countFrom('rows', options.rows));
  const begun = performance.now();
  await using server = watchWinnow(['serve', '--run', folder.path, '--port', '0', '--json'], {});
  const [line] = await server.said(/^\{.*\}$/mu);
  const { url } = JSON.parse(line) as { url: string };
  const whileBuilding = await untilIndexed(url);
  const indexS = (performance.now() - begun) / 1000;
  const views = await measureViews(url, viewsOf(rows, samples), requests);
  const report = { rows, indexS, rowsASecond: rows / indexS, whileBuilding: summary(whileBuilding), views };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : render(report));
  return 0;
};

/** Milliseconds of the overview while the index is built. */
async function untilIndexed(url: string): Promise<number[]> {
  const times: number[] = [];
  for (;;) {
    const begun = performance.now();
    const overview = (await (await fetch(`${url}/api/overview`)).json()) as Overview;
    times.push(performance.now() - begun);
    if (overview.index.share >= 1 && overview.index.rows > 0) return times;
    await sleep(100);
  }
}

type Views = Readonly<Record<string, (request: number) => string>>;

function viewsOf(rows: number, samples: readonly string[]): Views {
  const sample = (request: number): string => samples[(request * 7919) % samples.length] ?? '';
  const somewhere = (request: number): number => 1 + ((request * 104_729) % rows);
  return {
    'the overview': () => '/',
    'the newest rows': () => '/rows',
    'rows of one kind': () => '/rows?kind=kept',
    'rows of one reason, somewhere': (request) => `/rows?reason=refuted&before=${somewhere(request)}`,
    'rows of a topic, reason and model': (request) => `/rows?topic=topic-${request % 40}&reason=stopped&model=model-1`,
    'rows of a range of confidence': () => '/rows?least=0.5&most=0.501',
    'rows of no such confidence': () => '/rows?least=1.5',
    'a common word': () => '/rows?q=list',
    'a rare word': (request) => `/rows?q=number+${somewhere(request) % (rows / 5)}`,
    'a common word, filtered to nothing': () => '/rows?q=list&kind=kept&least=1.5',
    'a row’s story': (request) => `/rows/${sample(request)}`,
    'a row by a beginning of its id': (request) => `/api/rows/${sample(request).slice(0, 15)}`,
  };
}

interface Times {
  readonly medianMs: number;
  readonly p99Ms: number;
}

async function measureViews(url: string, views: Views, requests: number): Promise<Record<string, Times>> {
  const measured: Record<string, Times> = {};
  for (const [name, path] of Object.entries(views)) {
    const times: number[] = [];
    for (let request = 0; request < requests; request += 1) {
      const begun = performance.now();
      const response = await fetch(url + path(request));
      await response.arrayBuffer();
      times.push(performance.now() - begun);
      if (!response.ok) throw new Error(`${name}: ${path(request)} answers ${response.status}`);
    }
    measured[name] = summary(times);
  }
  return measured;
}

function summary(times: readonly number[]): Times {
  const p99 = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN;
  return { medianMs: rounded(median(times)), p99Ms: rounded(p99) };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

interface Report {
  readonly rows: number;
  readonly indexS: number;
  readonly rowsASecond: number;
  readonly whileBuilding: Times;
  readonly views: Readonly<Record<string, Times>>;
}

function render({ rows, indexS, rowsASecond, whileBuilding, views }: Report): string {
  const lines = Object.entries({ 'the overview while the index is built': whileBuilding, ...views }).map(
    ([name, { medianMs, p99Ms }]) => [name, medianMs, p99Ms],
  );
  const built = `${rows} rows, indexed in ${indexS.toFixed(1)} s (${Math.round(rowsASecond)} a second)\n\n`;
  return built + table([['view', 'median ms', 'p99 ms'], ...lines]);
}
