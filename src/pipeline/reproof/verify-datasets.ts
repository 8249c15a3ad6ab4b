import { LRUCache } from 'lru-cache';
import { contentHash } from '../../core/id.ts';
import { openRows } from '../../output/open-rows.ts';
import type { RowSink } from '../../output/row-sink.ts';
import { inOrder } from '../batch/in-order.ts';
import { versions } from '../versions.ts';
import { findDatasets } from './find-datasets.ts';
import { openProvers, type Prove } from './open-provers.ts';
import type { Proven } from './prove-claims.ts';
import type { Proof } from './proof.ts';
import { readProofs } from './read-proofs.ts';

export interface VerifyOptions {
  /** Files and folders. */
  readonly datasets: readonly string[];
  /** Where a line for each row goes; null: nowhere. */
  readonly output: string | null;
  readonly concurrency: number;
  /** Whose `node_modules` have the packages that rows name. */
  readonly folders: readonly string[];
  readonly signal: AbortSignal;
  readonly onCounts: (counts: VerifyCounts) => void;
  readonly onNotice: (notice: string) => void;
}

export interface VerifyCounts {
  readonly rows: number;
  readonly proven: number;
  readonly refuted: number;
  readonly unjudged: number;
}

/** A row that is not proven, where it stands, and why. */
export interface Unproven {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly result: 'refuted' | 'unjudged';
  readonly because: string;
}

export interface VerifyResult extends VerifyCounts {
  readonly datasets: readonly (VerifyCounts & { readonly path: string })[];
  /** The first of them. */
  readonly unproven: readonly Unproven[];
  /** Versions that were recorded and are others here. */
  readonly differing: readonly { readonly name: string; readonly recorded: string; readonly here: string }[];
}

const nothing: VerifyCounts = { rows: 0, proven: 0, refuted: 0, unjudged: 0 };
const rowsPerChild = 64;
const mostShown = 20;
const rememberedProofs = 20_000;
const advice = { flag: '--output', next: 'run the same command again' };

/**
 * Proves every row of datasets again, many at once, from their files alone. Rows that rest on the same proof share its
 * execution. Throws an input error for what cannot be read, and the signal's reason when it aborts.
 */
export async function verifyDatasets(options: VerifyOptions): Promise<VerifyResult> {
  const found = options.datasets.flatMap(findDatasets);
  await using tools = new AsyncDisposableStack();
  const provers = tools.use(openProvers(options));
  const sink = options.output === null ? undefined : await openSink(options.output);
  if (sink) tools.defer(() => sink.close());
  const report = new Report(options.onCounts);
  const prove = remembering(provers.prove);
  for (const dataset of found) {
    report.begin(dataset.path);
    await proveAll(readProofs(dataset, options.signal), prove, options, async (proof, proven) => {
      report.add(proof, proven);
      await sink?.write(`${JSON.stringify(lineOf(proof, proven))}\n`);
    });
  }
  await sink?.finish();
  return report.result();
}

async function openSink(path: string): Promise<RowSink> {
  return await openRows({ path, from: 0, state: () => null, advice });
}

async function proveAll(
  source: AsyncIterable<Proof>,
  prove: Prove,
  { concurrency, signal }: VerifyOptions,
  consume: (proof: Proof, proven: Proven) => Promise<void>,
): Promise<void> {
  await inOrder({
    source,
    sizeOf: () => 0,
    work: async (proof) => ({ proof, proven: await provenOf(proof, prove, signal) }),
    consume: ({ proof, proven }) => consume(proof, proven),
    bounds: { items: rowsPerChild * concurrency, bytes: Number.POSITIVE_INFINITY },
    ending: new AbortController(),
  });
}

async function provenOf({ altered, claims }: Proof, prove: Prove, signal: AbortSignal): Promise<Proven> {
  if (!claims) return { result: 'refuted', because: altered ?? 'it claims nothing' };
  return await prove(claims, signal);
}

/** Runs what several rows claim once. What was not judged is tried again for the next of them. */
function remembering(prove: Prove): Prove {
  const known = new LRUCache<string, Promise<Proven>>({ max: rememberedProofs });
  return async (claims, signal) => {
    const key = contentHash(claims);
    const proving = known.get(key) ?? prove(claims, signal);
    known.set(key, proving);
    const proven = await proving.catch((error: unknown) => {
      known.delete(key);
      throw error;
    });
    if (proven.result === 'unjudged') known.delete(key);
    return proven;
  };
}

function lineOf({ file, line, id }: Proof, { result, ...more }: Proven): unknown {
  return { file, line, id, result, ...more };
}

class Report {
  readonly #onCounts: VerifyOptions['onCounts'];
  readonly #datasets: { readonly path: string; counts: VerifyCounts }[] = [];
  readonly #unproven: Unproven[] = [];
  readonly #differing = new Map<string, { name: string; recorded: string; here: string }>();
  #all = nothing;

  constructor(onCounts: VerifyOptions['onCounts']) {
    this.#onCounts = onCounts;
  }

  begin(path: string): void {
    this.#datasets.push({ path, counts: nothing });
  }

  add({ file, line, id, claims }: Proof, proven: Proven): void {
    const { result } = proven;
    const counted = (counts: VerifyCounts): VerifyCounts => ({
      ...counts,
      rows: counts.rows + 1,
      [result]: counts[result] + 1,
    });
    this.#all = counted(this.#all);
    const dataset = this.#datasets.at(-1);
    if (dataset) dataset.counts = counted(dataset.counts);
    if (claims) this.#compareVersions(claims.verification.versions);
    if (result !== 'proven' && this.#unproven.length < mostShown) {
      this.#unproven.push({ file, line, id, result, because: becauseOf(proven) });
    }
    this.#onCounts(this.#all);
  }

  result(): VerifyResult {
    const datasets = this.#datasets.map(({ path, counts }) => ({ path, ...counts }));
    return { ...this.#all, datasets, unproven: this.#unproven, differing: [...this.#differing.values()] };
  }

  #compareVersions(recorded: Readonly<Record<string, string>>): void {
    for (const [name, version] of Object.entries(recorded)) {
      const here = versions[name];
      if (here === version) continue;
      const difference = { name, recorded: version, here: here ?? 'not used' };
      this.#differing.set(`${name}@${version}`, difference);
    }
  }
}

function becauseOf(proven: Exclude<Proven, { result: 'proven' }>): string {
  if (proven.result === 'unjudged') return proven.fault.message;
  return proven.verdict ? `${proven.because}: ${proven.verdict.kind}` : proven.because;
}
