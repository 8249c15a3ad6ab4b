import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Decontamination, Incoherence } from '../../core/curation.ts';
import { inputError } from '../../core/error.ts';
import type { RowFacts } from '../../curate/dataset/facts.ts';
import { renderVariety } from '../../curate/diversity/render.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import type { Embed } from '../../embed/embeddings.ts';
import { makeFolder } from '../../output/folder.ts';
import { isStream } from '../../output/open-rows.ts';
import { Collection } from './collection.ts';
import { deduplicate } from './deduplicate.ts';
import { countFates, type CurateAccounting, type Fate } from './fates.ts';
import { mixRows } from './mix-rows.ts';
import type { CurateOptions } from './options.ts';
import { copyProducts } from './products.ts';
import { placeRows, type Placed } from './place-rows.ts';
import { readDataset, type DatasetRow } from './read-dataset.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { remember, type KeptRow } from './remember.ts';
import { joinSemantic } from './semantic-links.ts';
import { surveyRow } from './survey.ts';
import { barredTexts, openTextIndexes, type TextIndexes } from './text-indexes.ts';
import { Variety, type VarietyReport } from './variety.ts';
import { writeDataset } from './write-dataset.ts';

/** What the command hands in, so that what is heavy is loaded only where it is wanted. */
export interface CurateTools {
  readonly decontamination: Decontamination | undefined;
  readonly incoherences: (value: DatasetRow['value']) => readonly Incoherence[];
  readonly countTokens: (facts: RowFacts) => number;
  /** Embeds statements; absent: they are compared by their words. */
  readonly embed?: Embed;
}

export interface CurateResult {
  readonly rows: number;
  readonly kept: number;
  readonly splits: Readonly<Record<string, number>>;
  readonly accounting: CurateAccounting;
  readonly variety: VarietyReport;
  readonly dir: string;
}

/**
 * Makes a training set of one or several datasets: takes out what must not be there, what is contaminated, incoherent or
 * said before, mixes real with synthetic rows, and places the rest in splits. Reads everything twice: once to see what
 * is near to what, and once to write what is kept.
 */
export async function curate(options: CurateOptions, tools: CurateTools): Promise<CurateResult> {
  refuseStreams(options);
  makeFolder(options.out);
  using opened = openIndexes(options);
  const { indexes, seen } = opened;
  const earlier = seen ? [{ indexes: seen, name: 'an earlier curation' }] : [];
  const { nearDuplicate: threshold, semantic, signal } = options;
  const statements: string[] = [];
  const onTask = (statement: string): void => void (semantic !== null && statements.push(statement));
  const collection = new Collection({ indexes, earlier, threshold, onTask });
  const badLines: Fate[] = [];
  const onBadLine = (message: string): void => {
    options.onNotice(`${message} (skipped)`);
    badLines.push({ stage: 'read', reason: { kind: 'bad-line', message } });
  };
  await barOthers(collection, options);
  const isSamples = await survey(collection, options, tools, onBadLine);
  const { embed } = tools;
  if (semantic !== null)
    await joinSemantic(collection, statements, { threshold: semantic, signal, ...(embed && { embed }) });
  if (!options.keepsDuplicates) deduplicate(collection);
  const times = mixRows(collection.rows, options.mix, options.seed);
  const places = placeRows(collection, options.splits);
  const rows = rowsOf(options, () => {});
  const { out } = options;
  const variety = new Variety(options.taxonomy);
  const sizes = await writeDataset({ out, collection, times, places, isSamples, badLines, rows, variety });
  if (seen) remember(seen, collection, keptRows(collection, places));
  const fates = [...badLines, ...collection.rows.flatMap(({ fate }) => fate ?? [])];
  const accounting = countFates(fates, collection.rows.length + badLines.length);
  await writeAtomically(join(options.out, 'accounting.json'), [
    `${JSON.stringify({ stages: accounting }, undefined, 2)}\n`,
  ]);
  const kept = new Set(collection.rows.flatMap(({ fate, id }) => (fate ? [] : [id])));
  if (isSamples) await copyProducts(options.runs, out, kept, signal);
  const report = variety.report();
  await writeReport(out, { ...report, benchmarks: tools.decontamination?.benchmarks ?? [] });
  return {
    rows: collection.rows.length,
    kept: collection.rows.filter(({ fate }) => !fate).length,
    splits: Object.fromEntries([...sizes].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    accounting,
    variety: report,
    dir: options.out,
  };
}

async function writeReport(out: string, report: VarietyReport & DatasetReport): Promise<void> {
  const { before, after, shifts } = report;
  await writeAtomically(join(out, 'report.json'), [`${JSON.stringify(report, undefined, 2)}\n`]);
  await writeAtomically(join(out, 'report.md'), [renderVariety(before, after, shifts)]);
}

function keptRows(collection: Collection, places: readonly (Placed | undefined)[]): KeptRow[] {
  return collection.rows.flatMap(({ fate }, row) => (fate ? [] : [{ row, note: places[row]?.group ?? '' }]));
}

function refuseStreams({ inputs, real }: CurateOptions): void {
  const stream = [...inputs, ...real].find(isStream);
  if (stream === undefined) return;
  throw inputError('bad-usage', `The rows are read twice, and ${stream} can be read only once. Give a file.`);
}

interface OpenIndexes extends Disposable {
  readonly indexes: TextIndexes;
  /** What earlier curations kept. */
  readonly seen: TextIndexes | undefined;
}

/** Indexes for the work, gone when it ends, and those that remember. */
function openIndexes({ out, index }: CurateOptions): OpenIndexes {
  const work = join(out, '.curate');
  rmSync(work, { recursive: true, force: true });
  const stack = new DisposableStack();
  stack.defer(() => rmSync(work, { recursive: true, force: true }));
  const indexes = openTextIndexes(work, stack, { durable: false });
  const seen = index === null ? undefined : openTextIndexes(index, stack);
  return { indexes, seen, [Symbol.dispose]: () => stack.dispose() };
}

async function barOthers(collection: Collection, { against, onNotice, ...options }: CurateOptions): Promise<void> {
  const { skipsBadLines, signal } = options;
  for await (const texts of barredTexts({ files: against, skipsBadLines, signal, onBadLine: onNotice })) {
    collection.bar(texts);
  }
}

/** Reads all rows into the collection; returns whether all of them are samples of Winnow's. */
async function survey(
  collection: Collection,
  options: CurateOptions,
  tools: CurateTools,
  onBadLine: (problem: string) => void,
): Promise<boolean> {
  const { removal, mix, onRows } = options;
  const weigh = (facts: RowFacts): number => (mix.by === 'tokens' ? tools.countTokens(facts) : 1);
  const { decontamination, incoherences } = tools;
  let isSamples = true;
  for await (const found of rowsOf(options, onBadLine)) {
    collection.add(surveyRow(found, { removal, decontamination, incoherences, weigh }), found.facts);
    isSamples &&= isSample(found.value);
    onRows(collection.rows.length);
  }
  collection.complete();
  return isSamples && collection.rows.length > 0;
}

function rowsOf({ runs, inputs, real, skipsBadLines, signal }: CurateOptions, onBadLine: (problem: string) => void) {
  const synthetic = [...runs.map((run) => join(run, 'samples.jsonl')), ...inputs];
  const files = [
    ...synthetic.map((path) => ({ path, isReal: false })),
    ...real.map((path) => ({ path, isReal: true })),
  ];
  return readDataset({ files, skipsBadLines, signal, onBadLine });
}

/** What `winnow export` and `winnow verify` take as a sample. */
function isSample(value: DatasetRow['value']): boolean {
  return ['task', 'solution', 'tests', 'verification', 'lineage'].every((name) => value[name] !== undefined);
}
