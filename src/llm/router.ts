import type { Fault, Outcome } from '../core/fault.ts';
import { seedFrom } from '../core/id.ts';
import type { Clock, Llm, LlmReply, LlmRequest, RequestStage } from '../core/ports.ts';
import { Breaker, type BreakerOptions, isOutage } from './breaker.ts';

/** An endpoint that requests can be routed to. */
export interface RoutedEndpoint extends Llm {
  /** Whether the reply is stored already. */
  knows(request: LlmRequest): Promise<boolean>;
}

export interface RouterOptions {
  /** By name, in the order in which they stand in for each other. */
  readonly endpoints: ReadonlyMap<string, RoutedEndpoint>;
  /** The share of a stage's requests that each endpoint gets, by weight. */
  readonly weightsFor: (stage: RequestStage) => Readonly<Record<string, number>>;
  /** Decides, with each request's label, which endpoint it goes to. */
  readonly seed: number;
  readonly clock: Clock;
  readonly breaker?: BreakerOptions;
  /** Told when an endpoint is left alone, and why. */
  readonly onRest?: (endpoint: string, fault: Fault) => void;
}

/**
 * Spreads requests over endpoints. Which one a request goes to depends on its label alone; where that one is down, the
 * others of its stage stand in, then all others. A reply that any of them has given is used before anything is asked.
 */
export function routeLlm(options: RouterOptions): Llm {
  const breakers = new Map(
    [...options.endpoints.keys()].map((name) => [name, new Breaker(options.clock, options.breaker)]),
  );

  const ask = async (name: string, request: LlmRequest): Promise<Outcome<LlmReply>> => {
    const outcome = await endpointOf(options, name).complete(request);
    const breaker = breakers.get(name);
    if (outcome.ok) breaker?.succeeded();
    else if (isOutage(outcome.fault) && breaker?.failed(outcome.fault)) options.onRest?.(name, outcome.fault);
    return outcome.ok ? { ok: true, value: { ...outcome.value, endpoint: name } } : outcome;
  };

  return {
    async complete(request) {
      const order = orderFor(request, options);
      for (const name of order) {
        if (await endpointOf(options, name).knows(request)) return await ask(name, request);
      }
      let last: Outcome<LlmReply> | undefined;
      for (const name of order) {
        if (!breakers.get(name)?.mayTry()) continue;
        last = await ask(name, request);
        if (last.ok || !isOutage(last.fault)) return last;
      }
      return last ?? (await ask(order[0] ?? '', request));
    },
  };
}

/** The stage's own endpoints, drawn by weight, before all others. */
function orderFor({ label }: LlmRequest, { endpoints, weightsFor, seed }: RouterOptions): string[] {
  const weights = weightsFor(label.stage);
  // Weighted sampling without replacement (Efraimidis and Spirakis 2006): the smallest of -ln(u)/w comes first.
  const rank = (name: string): number => {
    const drawn = (seedFrom([seed, label, name]) + 1) / (2 ** 31 + 1);
    return -Math.log(drawn) / (weights[name] ?? 0);
  };
  const own = Object.keys(weights).filter((name) => (weights[name] ?? 0) > 0);
  const others = [...endpoints.keys()].filter((name) => !own.includes(name));
  return [...own.toSorted((a, b) => rank(a) - rank(b)), ...others];
}

function endpointOf({ endpoints }: RouterOptions, name: string): RoutedEndpoint {
  const endpoint = endpoints.get(name);
  if (!endpoint) throw new Error(`there is no endpoint ${name}`);
  return endpoint;
}
