import { formatLabel, labelHeader } from '../../src/llm/label.ts';

export interface BareOptions {
  readonly url: string;
  readonly concurrency: number;
  readonly requests: number;
}

/** Asks in a bare loop of `fetch` that does nothing with the replies, for seeds `bare/…`. */
export async function askBarely({ url, concurrency, requests }: BareOptions): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < requests) {
      const sample = next;
      next += 1;
      const response = await fetch(`${url}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [labelHeader]: formatLabel({ stage: 'solve', seed: `bare/${sample % 50}`, sample }),
        },
        body: JSON.stringify({ model: 'winnow-offline', messages: [{ role: 'user', content: 'Solve it.' }] }),
      });
      await response.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}
