/** What `winnow init` needs to know. */
export interface Answers {
  readonly endpoint: EndpointAnswer;
  /** A folder of seed files, relative to the project; null: a small one is written to begin with. */
  readonly seeds: string | null;
  /** Stop at so many kept samples. */
  readonly target: number;
  readonly budget: BudgetAnswer | null;
}

export interface EndpointAnswer {
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  /** The environment variable with the key; null: none is needed. */
  readonly apiKeyEnv: string | null;
}

/** Dollars to spend, and the price of a million tokens where it is known. */
export interface BudgetAnswer {
  readonly usd: number;
  readonly price: { readonly input: number; readonly output: number } | null;
}

/** A server that people have. */
export interface KnownServer {
  readonly name: string;
  readonly title: string;
  readonly baseUrl: string;
  readonly apiKeyEnv: string | null;
}

/** Those on this machine first: they are looked for. */
export const knownServers: readonly KnownServer[] = [
  { name: 'ollama', title: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', apiKeyEnv: null },
  { name: 'vllm', title: 'vLLM', baseUrl: 'http://127.0.0.1:8000/v1', apiKeyEnv: null },
  { name: 'llama-cpp', title: 'llama.cpp', baseUrl: 'http://127.0.0.1:8080/v1', apiKeyEnv: null },
  { name: 'lm-studio', title: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1', apiKeyEnv: null },
  { name: 'openai', title: 'OpenAI', baseUrl: 'https://api.openai.com/v1', apiKeyEnv: 'OPENAI_API_KEY' },
  { name: 'openrouter', title: 'OpenRouter', baseUrl: 'https://openrouter.ai/api/v1', apiKeyEnv: 'OPENROUTER_API_KEY' },
];

/** What an endpoint is called: as the server that people know, or as its host. */
export function endpointName(baseUrl: string): string {
  const known = knownServers.find((server) => server.baseUrl === baseUrl);
  return known?.name ?? new URL(baseUrl).hostname;
}

const budgetShape = /^\$?(\d+(?:\.\d+)?)(?:\s+(?:at\s+)?\$?(\d+(?:\.\d+)?)[\s/]+\$?(\d+(?:\.\d+)?))?$/u;

/** Reads dollars, alone or with the prices of a million tokens in and out: `5`, `5 0.4 1.6`. Undefined for anything else. */
export function parseBudget(text: string): BudgetAnswer | undefined {
  const [, usd, input, output] = budgetShape.exec(text.trim()) ?? [];
  if (usd === undefined) return undefined;
  const price = input === undefined || output === undefined ? null : { input: Number(input), output: Number(output) };
  return { usd: Number(usd), price };
}
