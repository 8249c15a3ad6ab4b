import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { bundled } from '../../src/config/bundled.ts';
import { startOfflineModel, type OfflineModel, type OfflineModelOptions } from '../../src/llm/offline/server.ts';

/** A seed file's topic whose recorded replies are asked for. */
const topics = ['strings'];

/** Requests that a tiny run sends: for each of four seeds a task, two solutions and a suite. */
export const tinyRequests = 16;

export interface TinyRun {
  /** Keys laid over the endpoint's; without a `base_url` the run starts the recorded model itself. */
  readonly endpoint?: Readonly<Record<string, unknown>>;
  /** Sections laid over the configuration's own. */
  readonly sections?: Readonly<Record<string, unknown>>;
}

/** Writes the configuration of a run of four rounds that ends in a second or so; returns the file's path. */
export function writeTinyConfig(file: string, { endpoint = {}, sections = {} }: TinyRun = {}): string {
  const config = {
    endpoint: {
      kind: 'base_url' in endpoint ? 'openai' : 'offline',
      name: 'tiny',
      model: 'winnow-offline',
      attempts: 2,
      ...endpoint,
    },
    seeds: { tags: ['offline'], topics, round_size: 1 },
    generate: { solutions: 2, blind_suites: 1, sighted_suites: 0, max_tokens: 1000 },
    verify: { timeout_ms: 1500, types: 'off', repeat: 1, concurrency: 1, mutants: 4, inputs: 8, minimal_suites: false },
    backtranslate: { per_task: 0 },
    ...sections,
  };
  writeFileSync(file, stringify(config));
  return file;
}

export interface DisposableModel extends OfflineModel, AsyncDisposable {}

/** The recorded model as a server of the test's own, for runs that are not to start theirs. */
export async function startModel(options: Partial<OfflineModelOptions> = {}): Promise<DisposableModel> {
  const model = await startOfflineModel({ repliesDir: bundled.replies, ...options });
  return { ...model, [Symbol.asyncDispose]: () => model.close() };
}
