import type { Config } from '../config/config.ts';
import type { Wording } from './wording/wording.ts';
import { allPrompts } from './wording/all-prompts.ts';
import { inputError } from '../core/error.ts';
import { readText } from '../input/read-text.ts';
import { canonicalJson, contentHash } from '../core/id.ts';
import type { Seed } from '../core/seed.ts';

export type Settings = Readonly<Record<string, unknown>>;

/**
 * The settings that decide what the rows are, by the name a user knows them under; `packages` as `name@version`. Limits of spending, time and
 * concurrency, the target and the endpoint's address may change from one invocation of a run to the next.
 */
export function runSettings(
  config: Config,
  seeds: readonly Seed[],
  packages: readonly string[],
  wording: Wording,
): Settings {
  const { endpoint, verify } = config;
  return {
    seed: config.seed,
    'endpoint.kind': endpoint.kind,
    'endpoint.name': endpoint.name,
    'endpoint.model': endpoint.model,
    'endpoint.extra': endpoint.extra,
    endpoints: config.endpoints.map(({ kind, name, model, extra }) => ({ kind, name, model, extra })),
    routes: config.routes,
    'seeds (their content, or which are selected)': contentHash(seeds),
    'seeds.round_size': config.seeds.round_size,
    ...takesOf(config.seeds),
    'seeds.steer': config.seeds.steer,
    'seeds.once': config.seeds.once,
    'seeds.screen': config.seeds.screen,
    ...prefixed('generate', config.generate),
    'generate.principles': config.generate.critique.length > 0 ? contentHash(wording.principles) : null,
    'prompts (their content)': rewordedPrompts(wording),
    'verify.types': verify.types,
    'verify.repeat': verify.repeat,
    'verify.timeout_ms': verify.timeout_ms,
    'verify.memory_mb': verify.memory_mb,
    'verify.profile': verify.profile,
    'verify.confidence': verify.confidence,
    'verify.mutation_score': verify.mutation_score,
    'verify.mutants': verify.mutants,
    'verify.inputs': verify.inputs,
    'verify.minimal_suites': verify.minimal_suites,
    'guest.packages': packages,
    ...curateSettings(config.curate),
    ...prefixed('backtranslate', config.backtranslate),
    ...prefixed('export', config.export),
  };
}

/** Absent where a seed is drawn once, so that runs made before there were takes go on. */
function takesOf({ takes, first_take: first }: Config['seeds']): Settings {
  return { ...(takes !== 1 && { 'seeds.takes': takes }), ...(first !== 0 && { 'seeds.first_take': first }) };
}

/** Files count by their content: they may be moved. */
function curateSettings({ against, benchmarks, seen, ...more }: Config['curate']): Settings {
  const digests = (paths: readonly string[]): string[] => paths.map((path) => contentHash(readText(path, 'the file')));
  return {
    ...prefixed('curate', more),
    'curate.against (their content)': digests(against),
    'curate.benchmarks (their content)': more.decontaminate ? digests(benchmarks) : [],
    'curate.seen (whether there is one)': seen !== null,
  };
}

/** The hashes of the prompts that are not Winnow's own, by name. */
function rewordedPrompts({ prompts }: Wording): Readonly<Record<string, string>> {
  const reworded = allPrompts.filter((prompt) => prompts.of(prompt) !== prompt);
  return Object.fromEntries(reworded.map((prompt) => [prompt.name, prompts.of(prompt).hash]));
}

/** A setting that is not the same in two runs; undefined where one of them has none of that name. */
export interface SettingChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every setting in which two runs differ. */
export function changedSettings(before: Settings, now: Settings): SettingChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = names.filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(now[name] ?? null));
  return changed.map((name) => ({ name, before: before[name], after: now[name] }));
}

/** Throws an input error that names every setting in which two runs differ. */
export function refuseChanged(before: Settings, now: Settings, dir: string): void {
  const changed = changedSettings(before, now);
  if (changed.length === 0) return;
  const list = changed.map(({ name, before, after }) => `  ${name}: was ${show(before)}, is ${show(after)}`).join('\n');
  throw inputError(
    'settings-changed',
    `${dir} holds a run with other settings:\n${list}\nGo back to those, choose another --out, or begin anew with --fresh (stored replies are used again).`,
  );
}

function prefixed(prefix: string, values: object): Settings {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value as unknown]));
}

function show(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value).slice(0, 60);
}
