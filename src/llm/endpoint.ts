/** Where a model is reached, and as whom. */
export interface Endpoint {
  /** The configured name: part of a stored reply's key, as the address is not. */
  readonly name: string;
  /** Such as `http://127.0.0.1:8080/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Absent for servers that ask for none. */
  readonly apiKey?: string;
  /** Where the key is set, for people, such as `the environment variable MY_KEY`. */
  readonly keySource?: string;
  readonly organization?: string;
  readonly project?: string;
  /** An HTTP proxy to reach it through. */
  readonly proxy?: string;
  /** What must not be printed, the key among it. */
  readonly secrets?: readonly string[];
  /** Further headers that the endpoint asks for. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What of an endpoint must not be printed. */
export function secretsOf({ apiKey, secrets = [] }: Pick<Endpoint, 'apiKey' | 'secrets'>): readonly string[] {
  return apiKey === undefined ? secrets : [apiKey, ...secrets];
}

/** An endpoint in a message, such as `offline (http://127.0.0.1:8080/v1)`. */
export function describeEndpoint({ name, baseUrl }: Endpoint): string {
  return `${name} (${withoutCredentials(baseUrl)})`;
}

function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//').replace(/\?.*$/, '');
}
