import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { expect, test } from 'vitest';
import { Tally } from '../../../src/core/accounting.ts';
import { traced } from '../../../src/pipeline/telemetry.ts';

function recorded(): {
  readonly exporter: InMemorySpanExporter;
  readonly tracer: ReturnType<BasicTracerProvider['getTracer']>;
} {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  return { exporter, tracer: provider.getTracer('test') };
}

test('a run is a span, with one for each round in it', () => {
  const { exporter, tracer } = recorded();
  const { onEvent, end } = traced('night', { 'winnow.night': '2026-11-23' }, tracer);
  onEvent({ kind: 'run-started', seeds: 4, target: null, dir: '/x' });
  for (const round of [0, 1]) {
    onEvent({ kind: 'round-started', round, seeds: 2 });
    onEvent({ kind: 'lane-settled', seed: `a/${round}`, accepted: 1 });
    onEvent({ kind: 'samples-admitted', kept: round + 1, costUsd: 0.5 });
    onEvent({ kind: 'round-ended', lanes: [], counts: new Tally().table() });
  }
  onEvent({ kind: 'endpoint-rests', endpoint: 'e', why: 'a secret that a server said' });
  end();
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name, attributes }) => [name, attributes['winnow.kept']])).toEqual([
    ['round', 1],
    ['round', 2],
    ['night', undefined],
  ]);
  const night = spans[2];
  expect(spans.slice(0, 2).map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([
    night?.spanContext().spanId,
    night?.spanContext().spanId,
  ]);
  expect(spans[0]?.events.map(({ name }) => name)).toEqual(['draw settled']);
  expect(JSON.stringify(night?.events)).not.toContain('secret');
});

test('a failure stands on the span, and leaves none open', () => {
  const { exporter, tracer } = recorded();
  const { onEvent, end } = traced('night', {}, tracer);
  onEvent({ kind: 'round-started', round: 0, seeds: 2 });
  end(new TypeError('with a secret in it'));
  expect(exporter.getFinishedSpans().map(({ name, status }) => [name, status.message])).toEqual([
    ['round', undefined],
    ['night', 'TypeError'],
  ]);
});

test('without an SDK nothing is made', () => {
  const { onEvent, end } = traced('night', {});
  expect(() => {
    onEvent({ kind: 'round-started', round: 0, seeds: 2 });
    end();
  }).not.toThrow();
});
