import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../src/core/fault.ts';
import { withBudget, type BudgetOptions } from '../../../src/llm/budget.ts';
import { llmFault } from '../../../src/llm/fault.ts';
import { scriptedLlm, scriptedReply, type Script } from '../../../src/llm/scripted.ts';
import { gate, requestFor, settle } from './helpers.ts';

/** One byte and what surrounds a message: at most 17 prompt tokens; and at most 83 more: 100 in all. */
const request = requestFor({ messages: [{ role: 'user', content: 'x' }], maxTokens: 83 });
const reply = ok(scriptedReply('x', { usage: { promptTokens: 10, completionTokens: 20 } }));

function budgeted(script: Script | Script[], options: BudgetOptions) {
  const inner = scriptedLlm(script);
  const llm = withBudget(inner, options);
  return { inner, llm, ask: () => llm.complete(request) };
}

describe('withBudget', () => {
  test('refuses a call that could pass the limit, and only then', async () => {
    const { ask, inner, llm } = budgeted(reply, { limits: { tokens: 160 } });
    expect([await ask(), await ask(), await ask()].map((outcome) => outcome.ok)).toEqual([true, true, true]);
    expect(await ask()).toMatchObject({ fault: { boundary: 'llm', code: 'budget-reached', retryable: false } });
    expect(inner.calls).toHaveLength(3);
    expect(llm.spent()).toEqual({ usd: 0, tokens: 90 });
  });

  test('counts dollars by input and output price', async () => {
    const prices = { inputPerMillion: 2, outputPerMillion: 10 };
    const { ask, llm } = budgeted(reply, { limits: { usd: 0.001 }, prices });
    expect(await ask()).toMatchObject({ ok: true });
    expect(llm.spent().usd).toBeCloseTo(0.00022, 12);
    expect(await ask()).toMatchObject({
      fault: { message: expect.stringContaining('$0.0002 of $0.001 are spent') as string },
    });
  });

  test('goes on from what was spent before', async () => {
    const { ask } = budgeted(reply, { limits: { tokens: 160 }, spent: { usd: 0, tokens: 61 } });
    expect(await ask()).toMatchObject({ fault: { code: 'budget-reached' } });
  });

  test('lets a call wait for others in flight, rather than pass the limit or give up early', async () => {
    const end = gate();
    const script: Script = async () => {
      await end.opened;
      return reply;
    };
    const { ask, inner, llm } = budgeted(script, { limits: { tokens: 200 } });
    const asked = [ask(), ask(), ask()];
    await settle();
    expect(inner.calls).toHaveLength(2);
    end.open();
    expect((await Promise.all(asked)).map((outcome) => outcome.ok)).toEqual([true, true, true]);
    expect(llm.spent().tokens).toBe(90);
  });

  test('never passes the limit, whatever the replies cost', async () => {
    const usage = { promptTokens: 17, completionTokens: 83 };
    const { ask, llm } = budgeted(ok(scriptedReply('x', { usage })), { limits: { tokens: 950 } });
    const outcomes = await Promise.all(Array.from({ length: 30 }, ask));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(9);
    expect(llm.spent().tokens).toBe(900);
  });

  test.each([
    ['rate-limited', 0],
    ['unreachable', 0],
    ['timeout', 100],
    ['bad-response', 100],
  ] as const)('books after %s: %i tokens', async (code, tokens) => {
    const { ask, llm } = budgeted(failed(llmFault(code, '')), { limits: { tokens: 1000 } });
    await ask();
    expect(llm.spent().tokens).toBe(tokens);
  });

  test('gives a reservation back when the call throws', async () => {
    const { ask, llm } = budgeted([], { limits: { tokens: 1000 } });
    await expect(ask()).rejects.toThrow('no line');
    expect(llm.spent().tokens).toBe(100);
  });

  test('assumes a limit for replies without one', async () => {
    const { llm } = budgeted(reply, { limits: { tokens: 1000 } });
    expect(await llm.complete(requestFor())).toMatchObject({ fault: { code: 'budget-reached' } });
  });

  test('without limits only counts', async () => {
    const { ask, llm } = budgeted(reply, { limits: {} });
    await ask();
    expect(llm.spent().tokens).toBe(30);
  });

  test('needs prices for dollars', () => {
    expect(() => budgeted(reply, { limits: { usd: 1 } })).toThrow(
      expect.objectContaining({ code: 'price-missing', exit: 2 }),
    );
  });
});
