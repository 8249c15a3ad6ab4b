import { describe, expect, test } from 'vitest';
import type { Llm, LlmRequest } from '../../src/core/ports.ts';

/** An implementation under test, requests that it answers, and one that it cannot. */
export interface LlmUnderTest {
  readonly llm: Llm;
  readonly good: readonly LlmRequest[];
  readonly bad: LlmRequest;
}

/** What every model behind the port promises. */
export function llmContract(name: string, open: () => Promise<LlmUnderTest>): void {
  describe(`a model: ${name}`, () => {
    test('answers with text, a model, a reason to stop and what it used', async () => {
      const { llm, good } = await open();
      for (const request of good) {
        const outcome = await llm.complete(request);
        if (!outcome.ok) throw new Error(outcome.fault.message);
        const { content, model, finishReason, usage } = outcome.value;
        expect(content).toBeTypeOf('string');
        expect(model).not.toBe('');
        expect(['stop', 'length', 'other']).toContain(finishReason);
        expect(usage.promptTokens).toBeGreaterThan(0);
        expect(usage.completionTokens).toBeGreaterThan(0);
      }
    });

    test('answers several at once, each with its own', async () => {
      const { llm, good } = await open();
      const apart = [];
      for (const request of good) apart.push(await llm.complete(request));
      expect(await Promise.all(good.map((request) => llm.complete(request)))).toEqual(apart);
    });

    test('fails with a fault, not by throwing, and says why', async () => {
      const { llm, bad } = await open();
      const outcome = await llm.complete(bad);
      expect(outcome).toMatchObject({ ok: false, fault: { boundary: 'llm' } });
      if (!outcome.ok) expect(outcome.fault.message.length).toBeGreaterThan(20);
    });
  });
}
