import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { inputError, type WinnowError } from '../../core/error.ts';
import { makeFolder } from '../../output/folder.ts';
import {
  endpointName,
  knownServers,
  type Answers,
  type BudgetAnswer,
  type KnownServer,
} from '../../pipeline/init/answers.ts';
import { findServers, modelsAt, type FoundServer } from '../../pipeline/init/find-servers.ts';
import { isLocal } from '../../pipeline/local-address.ts';
import { writeProject } from '../../pipeline/init/write-project.ts';
import type { InitFlags } from '../commands/init.ts';
import { openInterview, type Interview } from '../interview.ts';
import { renderProject } from '../render/init.ts';

const usualTarget = 100;
const probeMs = 10_000;

/** `winnow init`: asks what flags do not say, on a terminal, and writes a project. */
export async function initAction(folder: string, flags: InitFlags): Promise<void> {
  const { json = false, force = false } = flags;
  const interview = canAsk(flags) ? await openInterview() : undefined;
  const { baseUrl, apiKeyEnv } = await endpointOf(flags, interview);
  const probed = await probe(flags, baseUrl, apiKeyEnv);
  const answers: Answers = {
    endpoint: {
      name: endpointName(baseUrl),
      baseUrl,
      apiKeyEnv,
      model: await modelOf(flags, interview, probed.models),
    },
    seeds: seedsFrom(folder, flags.seeds ?? (await interview?.seeds()) ?? null),
    target: flags.target ?? (await interview?.target(usualTarget)) ?? usualTarget,
    budget: await budgetOf(flags, interview, baseUrl),
  };
  makeFolder(resolve(folder));
  const files = await writeProject({ folder, answers, force });
  const project = { folder, files, answers, ...probed };
  process.stdout.write(
    json ? `${JSON.stringify({ folder, files, model: answers.endpoint.model })}\n` : renderProject(project),
  );
}

function canAsk({ yes = false, json = false }: InitFlags): boolean {
  return !yes && !json && process.stdin.isTTY && process.stdout.isTTY;
}

type Place = Pick<KnownServer, 'baseUrl' | 'apiKeyEnv'>;

async function endpointOf(flags: InitFlags, interview: Interview | undefined): Promise<Place> {
  const { baseUrl, apiKeyEnv = null } = flags;
  if (baseUrl !== undefined) return { baseUrl: checkedUrl(baseUrl), apiKeyEnv: apiKeyEnv ?? usualKeyFor(baseUrl) };
  const running = flags.probe ? await findServers() : [];
  if (interview) {
    const chosen = await interview.endpoint(choicesWith(running));
    return { baseUrl: chosen.baseUrl, apiKeyEnv: apiKeyEnv ?? chosen.apiKeyEnv };
  }
  const [first] = running;
  if (first) return { baseUrl: first.baseUrl, apiKeyEnv };
  throw missing('--base-url', 'no server of this machine answers, so the endpoint must be named');
}

/** What runs comes first. */
function choicesWith(running: readonly FoundServer[]): Parameters<Interview['endpoint']>[0] {
  const names = new Set(running.map(({ name }) => name));
  const choices = knownServers.map((server) => ({ ...server, isRunning: names.has(server.name) }));
  return choices.toSorted((a, b) => Number(b.isRunning) - Number(a.isRunning));
}

function usualKeyFor(baseUrl: string): string | null {
  return knownServers.find((server) => server.baseUrl === baseUrl)?.apiKeyEnv ?? null;
}

function checkedUrl(baseUrl: string): string {
  if (/^https?:\/\//u.test(baseUrl) && URL.canParse(baseUrl)) return baseUrl;
  throw inputError('bad-usage', `--base-url ${baseUrl}: it begins with http:// or https://, and mostly ends in /v1.`);
}

interface Probed {
  readonly models: readonly string[];
  /** Why the endpoint is not ready yet; absent where it is, or was not asked. */
  readonly trouble?: string;
}

/** An endpoint that is not ready is said, and keeps nothing from being written. */
async function probe({ probe: isAsked }: InitFlags, baseUrl: string, apiKeyEnv: string | null): Promise<Probed> {
  if (!isAsked) return { models: [] };
  const key = apiKeyEnv === null ? undefined : process.env[apiKeyEnv];
  if (apiKeyEnv !== null && !key)
    return { models: [], trouble: `The environment variable ${apiKeyEnv} is not set yet.` };
  const listed = await modelsAt(baseUrl, key, probeMs);
  if (!listed.ok) return { models: [], trouble: listed.fault.message };
  return { models: listed.value === 'page' ? [] : listed.value };
}

async function modelOf(
  { model }: InitFlags,
  interview: Interview | undefined,
  listed: readonly string[],
): Promise<string> {
  if (model !== undefined) return model;
  if (interview) return await interview.model(listed);
  const [only, ...others] = listed;
  if (only !== undefined && others.length === 0) return only;
  const which = listed.length === 0 ? '' : ` (there are ${listed.slice(0, 8).join(', ')})`;
  throw missing('--model', `the model must be named${which}`);
}

function seedsFrom(folder: string, seeds: string | null): string | null {
  if (seeds === null) return null;
  if (!existsSync(seeds))
    throw inputError(
      'file-unreadable',
      `--seeds ${seeds}: there is no such folder. Leave it out, and a few seeds are written.`,
    );
  return relative(resolve(folder), resolve(seeds)) || '.';
}

async function budgetOf(
  flags: InitFlags,
  interview: Interview | undefined,
  baseUrl: string,
): Promise<BudgetAnswer | null> {
  const { budgetUsd: usd, priceIn, priceOut } = flags;
  if ((priceIn === undefined) !== (priceOut === undefined))
    throw missing('--price-in and --price-out', 'both prices are needed');
  const price = priceIn === undefined || priceOut === undefined ? null : { input: priceIn, output: priceOut };
  if (usd !== undefined) return { usd, price };
  return interview && !isLocal(baseUrl) ? await interview.budget() : null;
}

function missing(flag: string, why: string): WinnowError {
  return inputError('bad-usage', `Give ${flag}: ${why}. On a terminal, winnow init asks for what it needs.`);
}
