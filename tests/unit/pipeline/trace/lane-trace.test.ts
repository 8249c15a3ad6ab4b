import { expect, test } from 'vitest';
import type { MatrixTrace, UnitTrace } from '../../../../src/core/trace.ts';
import { replyKey } from '../../../../src/llm/key.ts';
import { runLane } from '../../../../src/pipeline/lane/lane.ts';
import { tracedLlm } from '../../../../src/pipeline/trace/traced-llm.ts';
import { scriptedLlm } from '../../../../src/llm/scripted.ts';
import { configOf } from '../../support/examples.ts';
import { draw, scriptedLane, solutionOf, suiteOf } from '../lane/scripted-lane.ts';

const unit = { kind: 'lane', key: draw.key } as const;

test('a lane stores what it asked, in an order that does not depend on which reply came first', async () => {
  const { ports, llm } = await scriptedLane({ solutions: ['one', 'two'], suites: [suiteOf('one', 1)] }, 0);
  await runLane(ports, draw);
  const [trace] = (await ports.store.items(ports.run, unit, 'trace')) as UnitTrace[];
  expect(trace?.draw.seed).toEqual(draw.seed);
  const asked = trace?.requests.map(({ stage, sample }) => `${stage} ${sample}`);
  expect(asked).toEqual(asked?.toSorted());
  expect(asked).toEqual(expect.arrayContaining(['task 0', 'solve 0', 'solve 1', 'tests 0']));
  const { name: endpoint, model } = ports.config.endpoint;
  const keys = new Set(llm.calls.map((request) => replyKey(request, { endpoint, model })));
  expect(new Set(trace?.requests.map(({ key }) => key))).toEqual(keys);
});

test('a lane stores every verdict, and which suite was gone by', async () => {
  const { ports } = await scriptedLane({ solutions: ['one', 'two'], suites: [suiteOf('one', 1)] }, 0);
  await runLane(ports, draw);
  const [matrix] = (await ports.store.items(ports.run, unit, 'matrix')) as MatrixTrace[];
  expect(matrix?.solutions.map(({ code }) => code)).toEqual([solutionOf('one'), solutionOf('two')]);
  expect(matrix?.suites).toMatchObject([{ blind: true, supported: true, prompt: 'write-suite-blind' }]);
  expect(matrix?.verdicts.map((row) => row.map(({ kind }) => kind))).toEqual([['accepted'], ['refuted']]);
});

test('a request that failed is noted with its fault', async () => {
  const fault = { boundary: 'llm', code: 'timeout', retryable: true, message: 'no answer' } as const;
  const llm = tracedLlm(
    scriptedLlm(() => ({ ok: false, fault })),
    configOf(),
  );
  await llm.complete({ label: { stage: 'solve', seed: 's', sample: 3 }, messages: [] });
  const { retryable: _retryable, ...noted } = fault;
  expect(llm.requests()).toEqual([{ stage: 'solve', seed: 's', sample: 3, fault: noted }]);
});
