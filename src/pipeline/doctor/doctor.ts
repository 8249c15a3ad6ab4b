import { dirname } from 'node:path';
import type { Config } from '../../config/config.ts';
import { endpointsOf, type Credentials } from '../../config/credentials.ts';
import { inGroup, type CheckGroup, type DoctorCheck } from './check.ts';
import { checkEndpoint } from './endpoint.ts';
import { checkFolder } from './folder.ts';
import { checkMachine, thisMachine } from './machine.ts';
import { checkSandbox } from './sandbox.ts';
import { checkStore } from './store.ts';

export interface DoctorOptions {
  readonly config: Config;
  readonly credentials: ReadonlyMap<string, Credentials>;
  /** Where a run's files would go. */
  readonly out: string;
  readonly store: string;
  /** For each request to an endpoint. */
  readonly timeoutMs: number;
  /** All unless given. */
  readonly groups: readonly CheckGroup[];
  readonly signal: AbortSignal;
  /** Told of each group as it ends. */
  readonly onChecks?: (checks: readonly DoctorCheck[]) => void;
}

/** Looks at everything that a run needs, group by group; finding a problem is no error. */
export async function examineAll(options: DoctorOptions): Promise<readonly DoctorCheck[]> {
  const { groups, onChecks } = options;
  const all: DoctorCheck[] = [];
  for (const group of groups) {
    const checks = await examinations[group](options);
    onChecks?.(checks);
    all.push(...checks);
  }
  return all;
}

const examinations: Readonly<Record<CheckGroup, (options: DoctorOptions) => Promise<readonly DoctorCheck[]>>> = {
  machine: async ({ out }) => inGroup('machine', [...checkMachine(thisMachine()), ...checkFolder(out)]),
  sandbox: async ({ config, signal }) =>
    inGroup('sandbox', await checkSandbox(config.verify.concurrency ?? thisMachine().usableCores, signal)),
  endpoint: async ({ config, credentials, timeoutMs }) => {
    const endpoints = endpointsOf(config);
    const lines = await Promise.all(
      endpoints.map(async (endpoint) => {
        const found = await checkEndpoint(endpoint, credentials.get(endpoint.name), timeoutMs);
        return endpoints.length === 1
          ? found
          : found.map((line) => ({ ...line, name: `${endpoint.name}: ${line.name}` }));
      }),
    );
    return inGroup('endpoint', lines.flat());
  },
  store: async ({ store, out }) => {
    const folder = dirname(store) === out ? [] : checkFolder(dirname(store));
    return inGroup('store', [...folder, ...checkStore(store)]);
  },
};
