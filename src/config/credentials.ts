import { inputError } from '../core/error.ts';
import { readText } from '../input/read-text.ts';
import type { Config, EndpointConfig } from './config.ts';
import { isExposed } from './secret-file.ts';

/** How an endpoint knows who asks. Never stored, shown or logged. */
export interface Credentials {
  readonly apiKey?: string;
  /** Where the key is set, for people. */
  readonly keySource?: string;
  /** Further headers, with the values of those that the environment holds. */
  readonly headers: Readonly<Record<string, string>>;
  /** Everything that must not be printed, the key among it. */
  readonly secrets: readonly string[];
}

/** The credentials of every endpoint by its name. Throws an input error for a variable that is unset and a file that cannot be read. */
export function credentialsFrom(config: Config, environment: NodeJS.ProcessEnv): ReadonlyMap<string, Credentials> {
  return new Map(endpointsOf(config).map((endpoint) => [endpoint.name, credentialsOf(endpoint, environment)]));
}

/** The configuration's endpoints, the main one first. */
export function endpointsOf({
  endpoint,
  endpoints,
}: Pick<Config, 'endpoint' | 'endpoints'>): readonly EndpointConfig[] {
  return [endpoint, ...endpoints];
}

function credentialsOf(endpoint: EndpointConfig, environment: NodeJS.ProcessEnv): Credentials {
  if (endpoint.kind !== 'openai') return { headers: {}, secrets: [] };
  const key = keyFromFile(endpoint) ?? keyFromVariable(endpoint, environment);
  const headers = Object.entries(endpoint.headers).map(([name, value]) => {
    if (typeof value === 'string') return { name, value, isSecret: false };
    return { name, value: variable(environment, value.env, { endpoint, key: `headers.${name}` }), isSecret: true };
  });
  return {
    ...key,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    secrets: [...(key ? [key.apiKey] : []), ...headers.flatMap(({ value, isSecret }) => (isSecret ? [value] : []))],
  };
}

type Key = Pick<Required<Credentials>, 'apiKey' | 'keySource'>;

function keyFromVariable(endpoint: EndpointConfig, environment: NodeJS.ProcessEnv): Key | undefined {
  const { api_key_env: name } = endpoint;
  if (name === null) return undefined;
  const apiKey = variable(environment, name, { endpoint, key: 'api_key_env' });
  return { apiKey, keySource: `the environment variable ${name}` };
}

function keyFromFile(endpoint: EndpointConfig): Key | undefined {
  const { api_key_file: path, name } = endpoint;
  if (path === null) return undefined;
  const apiKey = readText(path, `the key of the endpoint ${name}`).trim();
  if (apiKey === '')
    throw inputError('key-missing', `${path} (api_key_file of ${name}) is empty. Put the key into it.`);
  if (isExposed(path)) {
    throw inputError('key-exposed', `${path} (api_key_file of ${name}) can be read by others: chmod 600 it.`);
  }
  return { apiKey, keySource: `the file ${path}` };
}

function variable(
  environment: NodeJS.ProcessEnv,
  name: string,
  { endpoint, key }: { readonly endpoint: EndpointConfig; readonly key: string },
): string {
  const value = environment[name];
  if (value) return value;
  throw inputError(
    'key-missing',
    `The environment variable ${name} (${key} of the endpoint ${endpoint.name}) is not set. ${endpoint.base_url} asks for it.`,
  );
}
