import { describeEndpoint, type Endpoint, secretsOf } from '../endpoint.ts';
import { llmFault, type LlmFault } from '../fault.ts';
import { httpFault } from '../http-fault.ts';
import { printable } from '../printable.ts';

/** Why a server did not begin a batch. */
export interface BatchError {
  readonly code: string;
  /** From 1, where one line is to blame. */
  readonly line: number | undefined;
  readonly message: string;
}

/** OpenAI lets only so many tokens wait in batches. */
const queueFullWaitMs = 60_000;

/** The fault of a server that does not know the paths of the Batch API. */
export function noBatchApi(endpoint: Endpoint): LlmFault {
  const next = 'Set `endpoint.transport` to `chat` to send each request on its own.';
  return llmFault('no-batch-api', `${describeEndpoint(endpoint)} has no Batch API. ${next}`);
}

/** The fault of a request that a batch ended without answering. */
export function unanswered(id: string, how: string, endpoint: Endpoint): LlmFault {
  const where = describeEndpoint(endpoint);
  return llmFault(
    'batch-unanswered',
    `${where} left this request of batch ${id} unanswered: it ${how}. It is asked again.`,
  );
}

/** The fault of a request whose answer may be among the lines of an output that cannot be read. */
export function unreadableLines(id: string, count: number, endpoint: Endpoint): LlmFault {
  const lines = count === 1 ? 'a line that cannot be read' : `${count} lines that cannot be read`;
  const where = describeEndpoint(endpoint);
  return llmFault('bad-response', `${where} sent ${lines} among the answers of batch ${id}. It is asked again.`);
}

/** The fault of a request in a batch that the server did not begin; `line` is its own. */
export function batchRefused(id: string, errors: readonly BatchError[], line: number, endpoint: Endpoint): LlmFault {
  const error = errors.find((each) => each.line === line) ?? errors.find((each) => each.line === undefined);
  if (error === undefined && errors.length > 0) return unanswered(id, 'was refused for other lines', endpoint);
  const { code, message } = error ?? { code: '', message: 'it does not say why' };
  const said = printable(message, secretsOf(endpoint));
  const status = statusOf(code);
  if (status === 429) return queueFull(id, said, endpoint);
  if (status !== undefined) return httpFault({ status, code, said, headers: undefined }, endpoint);
  const next = "Check the model's name, limits and parameters.";
  return llmFault('batch-refused', `${describeEndpoint(endpoint)} refused batch ${id}: ${trimmed(said)}. ${next}`);
}

function queueFull(id: string, said: string, endpoint: Endpoint): LlmFault {
  const message = `${describeEndpoint(endpoint)} has no room for batch ${id} now: ${trimmed(said)}. It is asked again, later.`;
  return llmFault('rate-limited', message, queueFullWaitMs);
}

/** The status that the same trouble has when a request goes out alone. */
function statusOf(code: string): number | undefined {
  if (/^(token_limit_exceeded|rate_limit_exceeded)$/.test(code)) return 429;
  if (/^(insufficient_quota|billing_hard_limit_reached)$/.test(code)) return 402;
  return code === 'model_not_found' ? 404 : undefined;
}

function trimmed(text: string): string {
  return text.replace(/[.\s]+$/, '');
}
