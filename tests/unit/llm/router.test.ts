import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { failed, ok, type Outcome } from '../../../src/core/fault.ts';
import type { LlmReply, LlmRequest } from '../../../src/core/ports.ts';
import { Breaker } from '../../../src/llm/breaker.ts';
import { llmFault, type LlmFaultCode } from '../../../src/llm/fault.ts';
import { routeLlm, type RouterOptions } from '../../../src/llm/router.ts';
import { scriptedLlm, scriptedReply } from '../../../src/llm/scripted.ts';
import { requestFor } from './helpers.ts';

const down = failed(llmFault('server-error', 'down'));

interface Part {
  readonly answers?: (request: LlmRequest) => Outcome<LlmReply>;
  readonly knows?: boolean;
}

function routed(parts: Readonly<Record<string, Part>>, more: Partial<RouterOptions> = {}) {
  const clock = { at: 0, now: () => clock.at };
  const inner = Object.entries(parts).map(([name, { answers, knows = false }]) => {
    const llm = scriptedLlm((request) => answers?.(request) ?? ok(scriptedReply(name)));
    return [name, { ...llm, calls: llm.calls, knows: () => Promise.resolve(knows) }] as const;
  });
  const rests: string[] = [];
  const llm = routeLlm({
    endpoints: new Map(inner),
    weightsFor: () => ({ one: 1 }),
    seed: 1,
    clock,
    onRest: (name, { code }) => rests.push(`${name}: ${code}`),
    ...more,
  });
  const asked = (): Record<string, number> =>
    Object.fromEntries(inner.map(([name, { calls }]) => [name, calls.length]));
  const ask = (sample = 0) => llm.complete(requestFor({ label: { stage: 'solve', seed: 's/a', sample } }));
  return { ask, asked, clock, rests };
}

describe('routeLlm', () => {
  test('says which endpoint answered', async () => {
    expect(await routed({ one: {}, other: {} }).ask()).toMatchObject({ value: { content: 'one', endpoint: 'one' } });
  });

  test('shares the requests of a stage by weight, each always with the same endpoint', async () => {
    const weightsFor = () => ({ one: 3, other: 1, idle: 0 });
    const first = routed({ one: {}, other: {}, idle: {} }, { weightsFor });
    for (let sample = 0; sample < 400; sample += 1) await first.ask(sample);
    const { one = 0, other = 0, idle } = first.asked();
    expect(idle).toBe(0);
    expect(one / (one + other)).toBeCloseTo(0.75, 1);
    const again = routed({ idle: {}, other: {}, one: {} }, { weightsFor });
    for (const sample of [399, 3, 17]) {
      expect(await again.ask(sample)).toEqual(await first.ask(sample));
    }
  });

  test('asks another where one is down, and leaves that one alone until it has rested', async () => {
    let isDown = true;
    const { ask, asked, clock, rests } = routed({
      one: { answers: () => (isDown ? down : ok(scriptedReply('one'))) },
      other: {},
    });
    for (let sample = 0; sample < 5; sample += 1)
      expect(await ask(sample)).toMatchObject({ value: { content: 'other' } });
    expect(asked()).toEqual({ one: 3, other: 5 });
    expect(rests).toEqual(['one: server-error']);
    clock.at = 60_000;
    isDown = false;
    expect(await ask()).toMatchObject({ value: { content: 'one' } });
    expect(await ask()).toMatchObject({ value: { content: 'one' } });
  });

  test.each<LlmFaultCode>(['unauthorized', 'model-not-found', 'quota-exhausted', 'unreachable'])(
    'leaves an endpoint alone at once for %s',
    async (code) => {
      const { ask, asked } = routed({ one: { answers: () => failed(llmFault(code, 'no')) }, other: {} });
      await ask(0);
      await ask(1);
      expect(asked()).toEqual({ one: 1, other: 2 });
    },
  );

  test.each<LlmFaultCode>(['budget-reached', 'refused', 'bad-request', 'interrupted'])(
    'hands on %s, which another would not heal',
    async (code) => {
      const { ask, asked } = routed({ one: { answers: () => failed(llmFault(code, 'no')) }, other: {} });
      expect(await ask()).toMatchObject({ ok: false, fault: { code } });
      expect(asked()).toEqual({ one: 1, other: 0 });
    },
  );

  test('hands on the fault of the last where all are down, and still tries', async () => {
    const { ask, asked } = routed({ one: { answers: () => down }, other: { answers: () => down } });
    for (let sample = 0; sample < 4; sample += 1) expect(await ask(sample)).toEqual(down);
    expect(asked()).toEqual({ one: 4, other: 3 });
  });

  test('takes a stored reply from wherever it is, before it asks anybody', async () => {
    const { ask, asked } = routed({ one: {}, other: { knows: true } });
    expect(await ask()).toMatchObject({ value: { content: 'other' } });
    expect(asked()).toEqual({ one: 0, other: 1 });
  });
});

describe('Breaker', () => {
  property.prop([fc.array(fc.constantFrom('ok', 'fail', 'wait'))])(
    'rests after three outages in a row, and then lets one request through in each rest',
    (steps) => {
      const clock = { at: 0, now: () => clock.at };
      const breaker = new Breaker(clock, { failures: 3, restMs: 10 });
      let inARow = 0;
      let triedAt = 0;
      for (const step of steps) {
        if (step === 'wait') clock.at += 6;
        else if (breaker.mayTry()) {
          if (inARow >= 3) expect(clock.at - triedAt).toBeGreaterThanOrEqual(10);
          triedAt = clock.at;
          inARow = step === 'ok' ? 0 : inARow + 1;
          if (step === 'ok') breaker.succeeded();
          else expect(breaker.failed({ code: 'timeout' })).toBe(inARow === 3);
        } else expect(inARow).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
