import { describe, expect, test, vi } from 'vitest';
import { RowBatches } from '../../../src/output/row-batches.ts';

function batches(put: (text: string) => Promise<void> = async () => {}): { batches: RowBatches; texts: string[] } {
  const texts: string[] = [];
  const all = new RowBatches({
    maxChars: 6,
    maxMs: 10,
    put: async (bytes) => {
      await put(bytes.toString());
      texts.push(bytes.toString());
    },
  });
  return { batches: all, texts };
}

describe('RowBatches', () => {
  test('puts rows when there are enough of them', async () => {
    const { batches: rows, texts } = batches();
    await rows.write('123');
    expect(texts).toEqual([]);
    await rows.write('456');
    expect(texts).toEqual(['123456']);
    await rows.close();
  });

  test('puts them after a while where no more come', async () => {
    const { batches: rows, texts } = batches();
    await rows.write('1');
    await rows.write('2');
    await vi.waitFor(() => expect(texts).toEqual(['12']));
  });

  test('puts one batch after the other, and whoever adds to one that is full waits', async () => {
    const first = Promise.withResolvers<void>();
    const { batches: rows, texts } = batches(async (text) => (text.startsWith('a') ? first.promise : undefined));
    const one = rows.write('aaaaaa');
    const two = rows.write('bbbbbb');
    expect(texts).toEqual([]);
    first.resolve();
    await Promise.all([one, two]);
    expect(texts.join('')).toBe('aaaaaabbbbbb');
  });

  test('fails ever after once it has failed, and puts nothing more', async () => {
    let tries = 0;
    const { batches: rows } = batches(async () => {
      tries += 1;
      throw new Error('refused');
    });
    await expect(rows.write('aaaaaa')).rejects.toThrow('refused');
    await expect(rows.write('bbbbbb')).rejects.toThrow('refused');
    await expect(rows.save()).rejects.toThrow('refused');
    await rows.close();
    expect(tries).toBe(1);
  });
});
