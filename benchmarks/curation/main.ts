import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { tempFolder, type TempFolder } from '../../tests/e2e/helpers.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { table } from '../table.ts';
import { benchmarkProblems, writeDataset, type Planted } from './dataset.ts';
import { runCommand, type Ran } from './run-command.ts';

const usage = `npm run bench -- curation [--rows 10000,30000,100000] [--planted 100] [--json]

  --rows LIST   sizes of the datasets, in turn; the last is the one whose recall is printed
  --planted N   planted rows of each of 16 kinds in each dataset
  --json        print one JSON value

Made-up rows, and among them twins of others in disguise: solutions and statements that repeat earlier rows, or problems
of a made-up benchmark of which the command has the index. An alarm is false where a row is dropped that is no twin, and
has none. Then a new process with the index that the first has left behind meets rows that it has seen, and new ones.`;

/** Recall, false alarms, time and memory of `winnow curate`. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      rows: { type: 'string', default: '10000,30000,100000' },
      planted: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const sizes = options.rows.split(',').map((text) => countFrom('rows', text));
  const planted = countFrom('planted', options.planted);
  using folder = tempFolder();
  const index = await buildIndex(folder);
  const measured: Measured[] = [];
  for (const rows of sizes) measured.push(await measure(folder, { rows, planted, index }));
  const again = await meetAgain(folder, { rows: sizes.at(-1) ?? 0, index });
  const report = {
    sizes: measured.map(({ kinds: _kinds, ...one }) => one),
    kinds: measured.at(-1)?.kinds ?? {},
    again,
  };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : render(report));
  return 0;
};

const problems = benchmarkProblems(300);

async function buildIndex(folder: TempFolder): Promise<string> {
  const [from, out] = [folder.file('problems.jsonl'), folder.file('made.index')];
  writeFileSync(from, problems.map((row) => `${JSON.stringify(row)}\n`).join(''));
  await runCommand(['contamination', 'build', '--from', `Made=${from}`, '--out', out]);
  return out;
}

interface Measured extends Ran {
  readonly rows: number;
  /** Of the temporary and the lasting index. */
  readonly falseAlarms: number;
  readonly falseShare: number;
  readonly recall: number;
  readonly kinds: Readonly<Record<string, { readonly planted: number; readonly found: number }>>;
}

interface Case {
  readonly rows: number;
  readonly planted: number;
  readonly index: string;
}

async function measure(folder: TempFolder, { rows, planted, index }: Case): Promise<Measured> {
  const [input, out] = [folder.file(`rows-${rows}.jsonl`), folder.file(`out-${rows}`)];
  const kinds = writeDataset(input, { rows, planted, problems });
  const flags = ['--benchmarks', index, '--no-coherence', '--index', folder.file(`seen-${rows}`)];
  const ran = await runCommand(['curate', '--input', input, '--out', out, ...flags]);
  return { rows, ...ran, ...alarms(rows, kinds, readFileSync(join(out, 'rejected.jsonl'), 'utf8')) };
}

interface Rejected {
  readonly id: string;
  readonly reason: { readonly kind: string; readonly of?: string };
}

/** A twin is found where it, or what it repeats, is dropped for the other. */
function alarms(rows: number, planted: Planted, rejected: string) {
  const dropped = rejected.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Rejected]));
  const found = new Set(dropped.map(({ id }) => id));
  const kinds: Record<string, { planted: number; found: number }> = {};
  for (const [id, kind] of planted) {
    const counts = (kinds[kind] ??= { planted: 0, found: 0 });
    counts.planted += 1;
    if (found.has(id)) counts.found += 1;
  }
  const falseAlarms = dropped.filter(({ id }) => !planted.has(id)).length;
  const all = Object.values(kinds).reduce((sum, counts) => sum + counts.found, 0);
  return { kinds, falseAlarms, falseShare: falseAlarms / rows, recall: all / planted.size };
}

/** The index of the largest dataset, in a new process: rows that it knows stay, twins of them go, strangers stay. */
async function meetAgain(folder: TempFolder, { rows, index }: { readonly rows: number; readonly index: string }) {
  const [input, out] = [folder.file('again.jsonl'), folder.file('again')];
  const twins = writeDataset(folder.file('twins.jsonl'), { rows: 4000, planted: 60, problems: [] });
  const lines = readFileSync(folder.file('twins.jsonl'), 'utf8').trim().split('\n');
  const others = lines.filter((line) => twins.has((JSON.parse(line) as { id: string }).id));
  writeFileSync(input, `${[...lines.slice(0, 1000).filter((line) => !others.includes(line)), ...others].join('\n')}\n`);
  const seen = folder.file(`seen-${rows}`);
  const ran = await runCommand(['curate', '--input', input, '--out', out, '--benchmarks', index, '--index', seen]);
  const rejected = readFileSync(join(out, 'rejected.jsonl'), 'utf8');
  const found = [...twins.keys()].filter((id) => rejected.includes(`"${id}"`)).length;
  const sizeMb = ['solutions.db', 'statements.db'].reduce(
    (sum, name) => sum + statSync(join(seen, name)).size / 2 ** 20,
    0,
  );
  return {
    ...ran,
    twins: twins.size,
    found,
    known: 1000 - (1000 - lines.slice(0, 1000).filter((line) => !others.includes(line)).length),
    indexMb: sizeMb,
  };
}

interface Report {
  readonly sizes: readonly Omit<Measured, 'kinds'>[];
  readonly kinds: Measured['kinds'];
  readonly again: Awaited<ReturnType<typeof meetAgain>>;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

function render({ sizes, kinds, again }: Report): string {
  const growth = sizes.map(({ rows, seconds, peakMb, recall, falseShare }) => [
    rows,
    Number(seconds.toFixed(1)),
    Math.round((seconds / rows) * 1e6),
    Math.round(peakMb),
    percent(recall),
    percent(falseShare),
  ]);
  const recalls = Object.entries(kinds).map(([kind, { planted, found }]) => [kind, planted, percent(found / planted)]);
  return [
    `${availableParallelism()} cores`,
    '',
    table([['rows', 'seconds', 'us/row', 'peak MB', 'recall', 'false alarms'], ...growth]),
    table([['planted in the last', 'rows', 'found'], ...recalls]),
    `a new process with the index of the last (${Math.round(again.indexMb)} MB): ${again.found} of ${again.twins} twins of what it holds found, in ${again.seconds.toFixed(1)} s`,
    '',
  ].join('\n');
}
