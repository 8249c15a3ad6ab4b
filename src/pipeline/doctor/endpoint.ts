import type { Fault } from '../../core/fault.ts';
import type { EndpointConfig } from '../../config/config.ts';
import type { Credentials } from '../../config/credentials.ts';
import type { Capabilities, Capability } from '../../llm/probe/capabilities.ts';
import { probeEndpoint, type EndpointFindings } from '../../llm/probe/probe-endpoint.ts';
import { printable } from '../../llm/printable.ts';
import { isLocal } from '../local-address.ts';
import { fine, note, problem, type Line } from './check.ts';

/** What an endpoint can do, by asking it about ten short things. */
export async function checkEndpoint(
  endpoint: EndpointConfig,
  credentials: Credentials | undefined,
  timeoutMs: number,
): Promise<readonly Line[]> {
  if (endpoint.kind !== 'openai') {
    return [
      fine('model', `the ${endpoint.kind === 'offline' ? 'recorded' : 'synthetic'} one, which a run starts by itself`),
    ];
  }
  const findings = await probeEndpoint({
    name: endpoint.name,
    baseUrl: endpoint.base_url,
    model: endpoint.model,
    timeoutMs,
    tokenLimitName: endpoint.token_limit_name,
    extra: endpoint.extra,
    ...(endpoint.proxy !== null && { proxy: endpoint.proxy }),
    ...credentials,
  });
  const lines = endpointLines(findings, endpoint);
  const secrets = credentials?.secrets ?? [];
  return lines.map((line) => ({ ...line, found: printable(line.found, secrets) }));
}

function endpointLines(findings: EndpointFindings, endpoint: EndpointConfig): readonly Line[] {
  const { completion, capabilities } = findings;
  if ('fault' in completion) return [...modelLines(findings, endpoint), downLine(completion.fault)];
  const { reply, latenciesMs } = completion;
  return [
    ...modelLines(findings, endpoint),
    fine('completion', `${reply.model} answers${reply.reasoning === undefined ? '' : ', with its reasoning apart'}`),
    latencyLine(latenciesMs, reply.usage.completionTokens),
    ...(capabilities ? capabilityLines(capabilities, endpoint) : []),
    ...limitLines(findings),
    ...clockLines(findings),
    ...priceLines(endpoint),
  ];
}

const faultAdvice: Readonly<Record<string, string>> = {
  unauthorized: 'Check the key: whether it is the right one, and has not been withdrawn.',
  unreachable:
    'Start the server, or correct endpoint.base_url. Servers on this machine: Ollama has http://127.0.0.1:11434/v1, vLLM http://127.0.0.1:8000/v1.',
  timeout: 'The server is slow or stuck. With --timeout-s it is given longer.',
  'model-not-found': 'Correct endpoint.model, or load the model on the server.',
  'quota-exhausted': 'The account has nothing left: a run would stop at once.',
  'rate-limited': 'Nothing is wrong but the moment: a run waits and goes on.',
  'bad-response': 'What answers there is no OpenAI-compatible server: endpoint.base_url mostly ends in /v1.',
  'bad-request':
    'The server does not take what Winnow asks for: endpoint.token_limit_name and endpoint.extra change that.',
};

function downLine(fault: Fault): Line {
  return problem(
    'completion',
    fault.message,
    faultAdvice[fault.code] ?? 'Try again, and look into the log of the server.',
  );
}

const shownModels = 5;

function modelLines({ models }: EndpointFindings, { model }: EndpointConfig): Line[] {
  if (models === 'page') {
    return [
      note(
        'models',
        'the server does not list its models as OpenAI does',
        'Harmless if completions work; otherwise correct endpoint.base_url, which mostly ends in /v1.',
      ),
    ];
  }
  // Whether this matters, the completion shows.
  if ('fault' in models) return [];
  if (models.includes(model)) return [fine('models', `${model} is among the ${models.length} that are listed`)];
  const listed =
    models.length === 0 ? 'none' : models.slice(0, shownModels).join(', ') + (models.length > shownModels ? ', …' : '');
  return [
    note(
      'models',
      `${model} is not among those that are listed (${listed})`,
      'Some servers take other names too; if the completion fails, this is why.',
    ),
  ];
}

const slowMs = 5000;

function latencyLine(latenciesMs: readonly number[], tokens: number): Line {
  const median = latenciesMs.toSorted((a, b) => a - b)[Math.floor(latenciesMs.length / 2)] ?? 0;
  const found = `${Math.round(median)} ms for a short reply (median of ${latenciesMs.length}; ${tokens} tokens)`;
  if (median < slowMs) return fine('latency', found);
  return note(
    'latency',
    found,
    'Slow, but it works: requests go on side by side. Raise endpoint.max_concurrency as far as the server can take it.',
  );
}

const tolerant = 'Winnow reads replies tolerantly and asks for the shape in words: more replies may be malformed.';

function capabilityLines(found: Capabilities, endpoint: EndpointConfig): Line[] {
  return [
    shapeLine(found),
    unneeded('several samples', found.samples, 'Winnow asks for each by itself'),
    unneeded('streaming', found.streaming, 'Winnow does without'),
    unneeded('logprobs', found.logprobs, 'Winnow does without'),
    batchLine(found.batch, endpoint),
  ];
}

function shapeLine({ jsonSchema, jsonObject }: Capabilities): Line {
  const name = 'structured output';
  if (jsonSchema.kind === 'works') return fine(name, 'replies are held to a JSON schema');
  if (jsonObject.kind === 'works') return fine(name, `replies are held to JSON; a schema ${hindrance(jsonSchema)}`);
  return note(name, `a JSON schema ${hindrance(jsonSchema)}`, tolerant);
}

/** What it is good to know of, and a run does not miss. */
function unneeded(name: string, found: Capability, without: string): Line {
  return fine(name, found.kind === 'works' ? 'works' : `${hindrance(found)} (${without})`);
}

function batchLine(found: Capability, { transport }: EndpointConfig): Line {
  if (found.kind === 'works') return fine('batches', 'the Batch API is there');
  if (transport !== 'batch') return fine('batches', 'no Batch API (requests go out one by one)');
  const advice = 'endpoint.transport is batch: take it out, or a run cannot send anything.';
  return problem('batches', `the Batch API ${hindrance(found)}`, advice);
}

function hindrance(capability: Capability): string {
  switch (capability.kind) {
    case 'works':
      return 'works';
    case 'ignored':
      return 'is ignored';
    case 'refused':
      return 'is refused';
    case 'failed':
      return `could not be tried: ${capability.fault.message}`;
  }
}

function limitLines({ rateLimits }: EndpointFindings): Line[] {
  const entries = Object.entries(rateLimits).filter(([name]) => name.includes('remaining'));
  if (entries.length === 0) return [];
  const words = entries.map(([name, value]) => {
    const what = name.replace('x-ratelimit-remaining-', '');
    const limit = rateLimits[`x-ratelimit-limit-${what}`];
    return `${what} ${value}${limit === undefined ? '' : ` of ${limit}`}`;
  });
  return [fine('rate limits', `left: ${words.join(', ')}`)];
}

const mostSkewMs = 60_000;

function clockLines({ clockAheadMs }: EndpointFindings): Line[] {
  if (clockAheadMs === undefined || Math.abs(clockAheadMs) < mostSkewMs) return [];
  const found = `the server's is ${Math.round(Math.abs(clockAheadMs) / 1000)} s ${clockAheadMs > 0 ? 'ahead' : 'behind'}`;
  return [
    note('clock', found, 'One of the two is wrong: set the clock by NTP, as deadlines and certificates go by it.'),
  ];
}

function priceLines({ price, base_url: url }: EndpointConfig): Line[] {
  if (price !== null || isLocal(url)) return [];
  return [
    note('price', 'none is configured', 'Without endpoint.price there is no budget in dollars, and no cost of a row.'),
  ];
}
