import { failed } from '../../src/core/fault.ts';
import type { Llm } from '../../src/core/ports.ts';
import { newMeter } from '../../src/llm/meter.ts';
import { llmFault } from '../../src/llm/fault.ts';
import { scriptedLlm } from '../../src/llm/scripted.ts';
import { stackLlm } from '../../src/llm/stack.ts';
import { clientOf, label, MemoryReplyCache, offline, requestFor } from '../unit/llm/helpers.ts';
import { batchClient } from '../unit/llm/batch/helpers.ts';
import { llmContract } from './llm.contract.ts';

const [first, second, bad] = [0, 1, 9].map((sample) => requestFor({ label: { ...label, sample } })) as [
  ReturnType<typeof requestFor>,
  ReturnType<typeof requestFor>,
  ReturnType<typeof requestFor>,
];
const requests = { good: [first, second], bad };

const stacked = (client: Llm): Llm =>
  stackLlm(client, {
    endpoint: 'offline',
    model: 'm',
    cache: new MemoryReplyCache(),
    meter: newMeter(),
    budget: { limits: {} },
    concurrency: { max: 2 },
  });

llmContract('scripted', async () => {
  const llm = scriptedLlm(({ label: { sample } }) =>
    sample === 9 ? failed(llmFault('refused', 'The script refuses this one.')) : `reply ${sample}`,
  );
  return { llm, ...requests };
});

llmContract('the client with the offline model', async () => {
  const { url } = await offline();
  return { llm: clientOf(url), ...requests };
});

llmContract('the batch client with the offline model', async () => {
  const { url } = await offline();
  return { llm: batchClient(url), ...requests };
});

llmContract('the whole stack with the offline model', async () => {
  const { url } = await offline();
  return { llm: stacked(clientOf(url)), ...requests };
});
