import type { Outcome } from '../../core/fault.ts';
import { listModels, type ListedModels } from '../../llm/probe/list-models.ts';
import { isLocal } from '../local-address.ts';
import { knownServers, type KnownServer } from './answers.ts';

export interface FoundServer extends KnownServer {
  readonly models: readonly string[];
}

/** A server on this machine answers at once, or is not there. */
const localMs = 700;

/** The servers of this machine that answer. */
export async function findServers(servers: readonly KnownServer[] = knownServers): Promise<readonly FoundServer[]> {
  const found = await Promise.all(
    servers
      .filter(({ baseUrl }) => isLocal(baseUrl))
      .map(async (server): Promise<FoundServer | undefined> => {
        const models = await modelsAt(server.baseUrl, undefined, localMs);
        return models.ok && models.value !== 'page' ? { ...server, models: models.value } : undefined;
      }),
  );
  return found.filter((server) => server !== undefined);
}

/** The models that an address lists. Throws `base-url-invalid`. */
export async function modelsAt(
  baseUrl: string,
  apiKey: string | undefined,
  timeoutMs: number,
): Promise<Outcome<ListedModels>> {
  const known = apiKey === undefined ? {} : { apiKey, keySource: 'the environment', secrets: [apiKey] };
  return await listModels({ name: 'endpoint', baseUrl, model: 'none', timeoutMs, ...known });
}
