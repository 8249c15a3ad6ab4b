import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tempFolder, winnow, winnowDone, type TempFolder } from '../helpers.ts';
import { readRows } from '../run-files.ts';
import { type AskedFor, startScriptedModel } from './model.ts';
import { problems, rightReply, writeRows, wrongReply } from './problems.ts';

let folder: TempFolder;
let set: string;

beforeAll(() => {
  folder = tempFolder();
  set = writeRows(folder.file('problems.jsonl'), problems);
});
afterAll(() => folder[Symbol.dispose]());

/** Right for every second sample; the hard problem is never solved. */
const middling = ({ seed, sample }: AskedFor): string =>
  sample % 2 === 0 && seed !== 'own/hard' ? rightReply(seed) : wrongReply(seed);
/** Always right. */
const perfect = ({ seed }: AskedFor): string => rightReply(seed);

const runWith = (url: string, dir: string, ...more: readonly string[]): readonly string[] => {
  const place = ['--problems', set, '--out', folder.file(dir)];
  return ['bench', 'run', ...place, '--model', 'scripted', '--base-url', url, '--max-concurrency', '2', ...more];
};
const passAt = (dir: string, k: string): number | undefined => {
  const summary = JSON.parse(readFileSync(folder.file(dir, 'summary.json'), 'utf8')) as {
    pass_at: Record<string, { value: number }>;
  };
  return summary.pass_at[k]?.value;
};
const text = (dir: string, name: string): string => readFileSync(folder.file(dir, name), 'utf8');
const withoutTimes = (lines: string): string => lines.replaceAll(/"duration_ms": ?[\d.]+/gu, '');

describe('winnow bench run', { timeout: 90_000 }, () => {
  test('samples, scores, and writes samples that score the same again', async () => {
    await using model = await startScriptedModel({ reply: middling });
    const flags = ['-n', '4', '--temperature', '0.5', '--top-p', '0.9', '--max-tokens', '77', '--system', 'Be brief.'];
    const { stdout } = await winnowDone(runWith(model.url, 'run', ...flags, '--stop', 'END'));
    expect(stdout).toContain('pass@1');
    expect(passAt('run', '1')).toBeCloseTo(0.375, 6);
    expect(model.answered).toHaveLength(16);
    const { body } = model.answered[0] ?? {};
    expect(body).toMatchObject({ model: 'scripted', temperature: 0.5, top_p: 0.9, max_tokens: 77, stop: ['END'] });
    expect(body?.messages[0]).toEqual({ role: 'system', content: 'Be brief.' });
    expect(body?.messages.at(-1)?.content).toContain('clamp');

    const again = ['bench', 'score', '--problems', set, '--samples', folder.file('run', 'samples.jsonl')];
    await winnowDone([...again, '--out', folder.file('again')]);
    expect(passAt('again', '1')).toBe(passAt('run', '1'));
    expect(readRows(folder.file('run', 'samples.jsonl'))[0]).toMatchObject({
      task_id: 'own/clamp',
      sample: 0,
      finish_reason: 'stop',
      usage: { prompt_tokens: 100, completion_tokens: 50 },
    });
  });

  test('asks for nothing twice: the same command answers at once, and a higher n asks for the rest only', async () => {
    await using model = await startScriptedModel({ reply: middling });
    await winnowDone(runWith(model.url, 'more', '-n', '2'));
    expect(model.answered).toHaveLength(8);
    await winnowDone(runWith(model.url, 'more', '-n', '2'));
    expect(model.answered).toHaveLength(8);
    await winnowDone(runWith(model.url, 'more', '-n', '3'));
    expect(model.answered).toHaveLength(12);
    expect(model.answered.slice(8).every(({ sample }) => sample === 2)).toBe(true);
    const changed = await winnow(runWith(model.url, 'more', '-n', '3', '--temperature', '0'));
    expect(changed.code).toBe(2);
    expect(changed.stderr).toContain('temperature');
  });

  test('goes on after an endpoint that died, to the files of a run that nothing interrupted', async () => {
    await using whole = await startScriptedModel({ reply: middling });
    await winnowDone(runWith(whole.url, 'whole', '-n', '3'));
    {
      await using dying = await startScriptedModel({ reply: middling, dieAfter: 5 });
      const failed = await winnow(runWith(dying.url, 'died', '-n', '3'));
      expect(failed.code).toBe(2);
      expect(failed.stderr).toContain('cannot be reached');
    }
    await using rest = await startScriptedModel({ reply: middling });
    await winnowDone(runWith(rest.url, 'died', '-n', '3'));
    expect(rest.answered.length).toBeLessThanOrEqual(7);
    for (const name of ['samples.jsonl', 'results.jsonl', 'summary.json']) {
      expect(withoutTimes(text('died', name))).toBe(withoutTimes(text('whole', name)));
    }
  });

  test('stops before it passes a budget, with the score of what it could afford', async () => {
    await using model = await startScriptedModel({ reply: middling });
    const prices = ['--price-in', '1000', '--price-out', '1000', '--max-tokens', '50'];
    const stopped = await winnow(runWith(model.url, 'budget', '-n', '5', ...prices, '--budget-usd', '2'));
    expect(stopped.code).toBe(3);
    expect(stopped.stderr).toContain('budget');
    const spent = model.answered.length;
    expect(spent * 0.15).toBeLessThanOrEqual(2);
    expect(readRows(folder.file('budget', 'results.jsonl')).length).toBeGreaterThan(0);
    expect(passAt('budget', '1')).toBeDefined();
    await winnowDone(runWith(model.url, 'budget', '-n', '5', ...prices, '--budget-usd', '9'));
    expect(model.answered).toHaveLength(20);
  });

  test('needs prices for a budget, and says so', async () => {
    const { code, stderr } = await winnow(runWith('http://127.0.0.1:9/v1', 'unpriced', '--budget-usd', '1'));
    expect(code).toBe(2);
    expect(stderr).toContain('--price-in');
  });
});

describe('winnow bench compare', { timeout: 60_000 }, () => {
  test('gives the difference with its interval, and the problems that only one solves', async () => {
    await using first = await startScriptedModel({ reply: middling });
    await using second = await startScriptedModel({ reply: perfect });
    await winnowDone(runWith(first.url, 'middling', '-n', '2'));
    await winnowDone(runWith(second.url, 'perfect', '-n', '2'));
    const dirs = [folder.file('middling'), folder.file('perfect')];
    const { stdout } = await winnowDone(['bench', 'compare', ...dirs, '--json', '--out', folder.file('compared')]);
    const compared = JSON.parse(stdout) as { differences: readonly { k: number; difference: number }[] };
    expect(Math.abs(compared.differences.find(({ k }) => k === 1)?.difference ?? 0)).toBeCloseTo(0.625, 6);
    expect(text('compared', 'compare.md')).toContain('own/hard');
    expect((await winnowDone(['bench', 'compare', ...dirs])).stdout).toContain('pass@1');
  });

  test('refuses results of different problem sets, and directories without a result', async () => {
    const other = writeRows(folder.file('other.jsonl'), problems.slice(0, 1));
    const samples = writeRows(folder.file('s.jsonl'), [{ task_id: 'own/clamp', completion: rightReply('own/clamp') }]);
    const scored = ['bench', 'score', '--samples', samples];
    await winnowDone([...scored, '--problems', other, '--out', folder.file('x')]);
    await winnowDone([...scored, '--problems', set, '--out', folder.file('y')]);
    const differing = await winnow(['bench', 'compare', folder.file('x'), folder.file('y')]);
    expect(differing.code).toBe(2);
    expect(differing.stderr).toContain('different problem');
    const missing = await winnow(['bench', 'compare', folder.file('x'), folder.file('nowhere')]);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('nowhere');
  });
});
