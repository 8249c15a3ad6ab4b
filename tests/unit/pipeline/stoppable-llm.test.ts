import { describe, expect, test } from 'vitest';
import { WinnowError } from '../../../src/core/error.ts';
import { failed, type Fault } from '../../../src/core/fault.ts';
import { scriptedLlm } from '../../../src/llm/scripted.ts';
import { Stop } from '../../../src/pipeline/stop.ts';
import { stoppableLlm } from '../../../src/pipeline/stoppable-llm.ts';
import { passingFault } from '../support/examples.ts';
import { rejection } from '../support/thrown.ts';

const request = { label: { stage: 'solve', seed: 's/a', sample: 0 }, messages: [] } as const;

function fault(code: string): Fault {
  return { ...passingFault, code, message: `what ${code} means` };
}

describe('stoppableLlm', () => {
  test('answers as the model does', async () => {
    const stop = new Stop();
    const llm = stoppableLlm(scriptedLlm(['hello', failed(passingFault)]), stop);
    expect(await llm.complete(request)).toMatchObject({ ok: true, value: { content: 'hello' } });
    expect(await llm.complete(request)).toEqual(failed(passingFault));
    expect(stop.reason).toBeUndefined();
  });

  test.each([
    ['unauthorized', 2],
    ['model-not-found', 2],
    ['unreachable', 2],
    ['budget-reached', 3],
  ])('stops the run at %s, with exit code %i', async (code, exit) => {
    const stop = new Stop();
    const inner = scriptedLlm([failed(fault(code)), 'never asked']);
    const llm = stoppableLlm(inner, stop);
    const error = await rejection(llm.complete(request));
    expect(error).toMatchObject({ code, exit });
    expect(error.message).toMatch(/^what .* means\nEverything answered so far is stored/u);
    expect(stop.reason).toBe(error);
    expect(await rejection(llm.complete(request))).toBe(error);
    expect(inner.calls).toHaveLength(1);
  });

  test('sends nothing once the run is to stop', async () => {
    const [stop, inner] = [new Stop(), scriptedLlm('hello')];
    stop.request(new WinnowError('enough', { code: 'interrupted', exit: 130 }));
    expect(await rejection(stoppableLlm(inner, stop).complete(request))).toBe(stop.reason);
    expect(inner.calls).toEqual([]);
  });
});
