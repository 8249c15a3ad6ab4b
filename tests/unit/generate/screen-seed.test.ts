import { describe, expect, test } from 'vitest';
import { screenSeed } from '../../../src/generate/screen-seed.ts';
import { scriptedLlm } from '../../../src/llm/scripted.ts';
import { seedOf } from '../support/examples.ts';

const manner = { temperature: 0.5, maxTokens: 100 };
const seed = seedOf({ id: 'code/clamp-1', kind: 'snippet', title: 'clamp', code: 'CODE', path: 'a.ts' });

describe('screenSeed', () => {
  test('shows the code, and takes the opinion', async () => {
    const llm = scriptedLlm('{"educational": false, "reason": "Glue."}');
    expect(await screenSeed(llm, seed, manner)).toMatchObject({
      value: { kind: 'made', value: { educational: false, reason: 'Glue.' } },
    });
    expect(llm.calls[0]?.label).toEqual({ stage: 'screen', seed: 'code/clamp-1', sample: 0 });
    expect(llm.calls[0]?.messages[1]?.content).toContain('CODE');
  });

  test.each(['Yes.', '{"educational": "very"}'])('keeps a reply that holds none: %s', async (reply) => {
    expect(await screenSeed(scriptedLlm(reply), seed, manner)).toMatchObject({ value: { kind: 'malformed', reply } });
  });
});
