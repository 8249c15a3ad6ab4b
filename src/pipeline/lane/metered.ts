import { endpointsOf } from '../../config/credentials.ts';
import type { Spending } from '../../core/course.ts';
import type { LlmReply } from '../../core/ports.ts';
import { costOf } from '../endpoint.ts';
import type { RunPorts } from '../ports.ts';

/** What work took. */
export type Spent = Omit<Spending, 'draw' | 'title' | 'kept'>;

/** The same ports, and what was asked of the model and of the judge through them so far. */
export function metered(ports: RunPorts): { readonly ports: RunPorts; readonly spent: () => Spent } {
  const spent = { requests: 0, prompt_tokens: 0, completion_tokens: 0, cost_usd: 0, model_ms: 0, judging_ms: 0 };
  const book = ({ usage, endpoint }: LlmReply): void => {
    const config = endpointsOf(ports.config).find(({ name }) => name === endpoint) ?? ports.config.endpoint;
    spent.prompt_tokens += usage.promptTokens;
    spent.completion_tokens += usage.completionTokens;
    spent.cost_usd += costOf(config)(usage);
  };
  const complete: RunPorts['llm']['complete'] = async (request) => {
    const begun = ports.clock.now();
    const reply = await ports.llm.complete(request);
    spent.model_ms += ports.clock.now() - begun;
    spent.requests += 1;
    if (reply.ok) book(reply.value);
    return reply;
  };
  const judge: RunPorts['judge'] = (candidate) =>
    ports.judge(candidate, (durationMs) => {
      spent.judging_ms += durationMs;
    });
  return { ports: { ...ports, llm: { complete }, judge }, spent: () => ({ ...spent }) };
}
