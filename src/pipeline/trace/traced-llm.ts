import type { Config } from '../../config/config.ts';
import { endpointsOf } from '../../config/credentials.ts';
import type { Llm, LlmReply, LlmRequest } from '../../core/ports.ts';
import type { Draw } from '../../core/draw.ts';
import type { TracedRequest, UnitTrace } from '../../core/trace.ts';
import { replyKey } from '../../llm/key.ts';

export interface TracedLlm extends Llm {
  /** Every request so far: those that differ in nothing are one. */
  requests(): readonly TracedRequest[];
}

/** Notes under which key the reply to each request is stored. */
export function tracedLlm(llm: Llm, config: Pick<Config, 'endpoint' | 'endpoints'>): TracedLlm {
  const noted = new Map<string, TracedRequest>();
  return {
    async complete(request) {
      const outcome = await llm.complete(request);
      const { stage, seed, sample } = request.label;
      const found = outcome.ok
        ? { key: keyOf(request, outcome.value, config) }
        : { fault: { boundary: outcome.fault.boundary, code: outcome.fault.code, message: outcome.fault.message } };
      noted.set(JSON.stringify([placeOf(request), found.key]), { stage, seed, sample, ...found });
      return outcome;
    },
    requests: () => [...noted].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, request]) => request),
  };
}

function placeOf({ label: { stage, seed, sample } }: LlmRequest): string {
  return `${stage} ${seed} ${String(sample).padStart(9, '0')}`;
}

function keyOf(request: LlmRequest, reply: LlmReply, config: Pick<Config, 'endpoint' | 'endpoints'>): string {
  const answering = endpointsOf(config).find(({ name }) => name === reply.endpoint) ?? config.endpoint;
  const { name: endpoint, model, extra } = answering;
  return replyKey(request, { endpoint, model, ...(Object.keys(extra).length > 0 && { extra }) });
}

/** What a unit drew and asked. */
export function unitTrace({ seed, operators }: Draw, llm: Pick<TracedLlm, 'requests'>): UnitTrace {
  return { draw: { seed, operators }, requests: llm.requests() };
}
