import { describe, expect, test } from 'vitest';
import { describe as describeCode } from '../../../src/backtranslate/describe.ts';
import { rewrite } from '../../../src/backtranslate/rewrite.ts';
import { failed } from '../../../src/core/fault.ts';
import { scriptedLlm } from '../../../src/llm/scripted.ts';
import { passingFault } from '../support/examples.ts';

const request = {
  entryPoint: 'double',
  draw: 'numbers/double',
  sample: 1,
  manner: { temperature: 0.5, maxTokens: 100 },
};
const code = 'export const double = (n: number): number => n * 2;\n';

describe('describe', () => {
  test('shows the code and takes the description as it is', async () => {
    const llm = scriptedLlm('  Doubles `n`.\n');
    const outcome = await describeCode(llm, { ...request, code });
    expect(llm.calls[0]?.label).toEqual({ stage: 'describe', seed: 'numbers/double', sample: 1 });
    expect(llm.calls[0]?.messages[1]?.content).toContain(code);
    expect(outcome).toMatchObject({
      value: {
        kind: 'made',
        value: { id: expect.stringMatching(/^desc_/u) as string, text: 'Doubles `n`.', origin: { sample: 1 } },
      },
    });
  });

  test('keeps a reply without a description', async () => {
    const outcome = await describeCode(scriptedLlm(' \n'), { ...request, code });
    expect(outcome).toEqual({
      ok: true,
      value: { kind: 'malformed', message: 'the reply is empty', reply: ' \n', model: 'scripted' },
    });
  });

  test('hands on a fault as it is', async () => {
    expect(await describeCode(scriptedLlm(failed(passingFault)), { ...request, code })).toEqual(failed(passingFault));
  });
});

describe('rewrite', () => {
  test('writes from the description alone', async () => {
    const llm = scriptedLlm(`\`\`\`ts\n${code}\`\`\``);
    const outcome = await rewrite(llm, { ...request, description: 'Doubles n.' });
    expect(llm.calls[0]?.label).toEqual({ stage: 'roundtrip', seed: 'numbers/double', sample: 1 });
    expect(llm.calls[0]?.messages[1]?.content).toMatch(
      /^<description>\nDoubles n\.\n<\/description>\n\n.*exports double/su,
    );
    expect(outcome).toMatchObject({
      value: { kind: 'made', value: { code, origin: { prompt: { name: 'rewrite-from-description' } } } },
    });
  });

  test('keeps a reply without code', async () => {
    const outcome = await rewrite(scriptedLlm('No.'), { ...request, description: 'Doubles n.' });
    expect(outcome).toMatchObject({ value: { kind: 'malformed', reply: 'No.' } });
  });

  test('hands on a fault as it is', async () => {
    const outcome = await rewrite(scriptedLlm(failed(passingFault)), { ...request, description: 'd' });
    expect(outcome).toEqual(failed(passingFault));
  });
});
