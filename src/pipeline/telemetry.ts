import { context, SpanStatusCode, trace, type Attributes, type Span, type Tracer } from '@opentelemetry/api';
import type { OnEvent, RunEvent } from './events.ts';

export interface Traced {
  readonly onEvent: OnEvent;
  /** Ends every span that is open; a failure stands on the outermost. */
  readonly end: (error?: unknown) => void;
}

/**
 * Makes spans of what happens in a run: one of all of it, one for each round in it, and an event on that for each draw
 * that is settled. Where the process has no OpenTelemetry SDK nothing is made, and nothing costs.
 */
export function traced(name: string, attributes: Attributes, tracer: Tracer = trace.getTracer('winnow')): Traced {
  const run = tracer.startSpan(name, { attributes });
  const inside = trace.setSpan(context.active(), run);
  let round: Span | undefined;
  const endRound = (): void => {
    round?.end();
    round = undefined;
  };
  const onEvent = (event: RunEvent): void => {
    switch (event.kind) {
      case 'run-started':
        run.setAttributes({ 'winnow.seeds': event.seeds });
        return;
      case 'round-started':
        endRound();
        round = tracer.startSpan(
          'round',
          { attributes: { 'winnow.round': event.round, 'winnow.draws': event.seeds } },
          inside,
        );
        return;
      case 'lane-settled':
        round?.addEvent('draw settled', { 'winnow.draw': event.seed, 'winnow.accepted': event.accepted });
        return;
      case 'samples-admitted':
        round?.setAttributes({ 'winnow.kept': event.kept, 'winnow.cost_usd': event.costUsd });
        return;
      case 'round-ended':
        endRound();
        return;
      case 'endpoint-rests':
        run.addEvent('endpoint rests', { 'winnow.endpoint': event.endpoint });
        return;
      case 'run-resumed':
      case 'backtranslation-settled':
      case 'files-written':
        run.addEvent(event.kind);
    }
  };
  return {
    onEvent,
    end: (error) => {
      endRound();
      // The name alone: a message may repeat what a server said.
      if (error !== undefined)
        run.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
      run.end();
    },
  };
}
