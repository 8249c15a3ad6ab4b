import { describe, expect, test } from 'vitest';
import { unbalanced } from '../../../../src/core/accounting.ts';
import { fault, good, right, workedJob, wrong } from './worked-job.ts';

const leaking = '```ts\nexport const double = (n: number): number => { if (n === 0) return 0; return n + n; };\n```';

describe('backtranslate', () => {
  test('keeps a description from which a fresh solution passes, in both directions', async () => {
    const { pairs, passed, asked, stages } = await workedJob({}, { describe: good, roundtrip: right });
    expect(passed).toBe(true);
    expect(pairs.map(({ direction }) => direction)).toEqual(['code-to-description', 'description-to-code']);
    expect(pairs[0]).toMatchObject({
      level: 'statement',
      description: good,
      round_trip: { passed: true, attempts: 1, pass_rate: 1 },
    });
    expect(pairs[0]?.round_trip).not.toHaveProperty('lift');
    expect(asked).toEqual(['describe 0', 'roundtrip 0']);
    expect(unbalanced(stages)).toEqual([]);
  });

  test('asks again where a fresh solution is wrong, and no more than it has to', async () => {
    const { pairs, asked } = await workedJob(
      { attempts: 3 },
      { describe: good, 'roundtrip 3': wrong, 'roundtrip 4': right },
      1,
    );
    expect(asked).toEqual(['describe 1', 'roundtrip 3', 'roundtrip 4']);
    expect(pairs[0]?.round_trip).toMatchObject({ attempts: 2, pass_rate: 0.5 });
  });

  test('drops a description from which every fresh solution is wrong, with the last of them', async () => {
    const { pairs, rejected, stages } = await workedJob({}, { describe: good, 'roundtrip 0': 'No.', roundtrip: wrong });
    expect(pairs).toEqual([]);
    expect(rejected).toMatchObject([
      {
        stage: 'roundtrip',
        reason: { kind: 'round-trip-failed', attempts: 2, verdict: { kind: 'refuted' } },
        reply: good,
        solution: expect.stringContaining('n ** 2') as string,
      },
    ]);
    expect(stages.roundtrip).toMatchObject({ in: 1, dropped: { 'round-trip-failed': 1 } });
    expect(unbalanced(stages)).toEqual([]);
  });

  test.each([
    ['leaks-code', `Here it is:\n\n${leaking}`],
    ['says-nothing', 'Doubles a number.'],
  ])('drops what %s before any round trip is paid for', async (kind, description) => {
    const { rejected, asked, stages } = await workedJob({ baseline: true }, { describe: description });
    expect(asked).toEqual(['describe 0']);
    expect(rejected).toMatchObject([{ stage: 'describe', reason: { kind }, reply: description }]);
    expect(stages.describe).toMatchObject({ in: 1, kept: 0, dropped: { [kind]: 1 } });
    expect(unbalanced(stages)).toEqual([]);
  });

  test('measures the lift over the name alone, asked for once for all levels', async () => {
    const levels = ['one-line', 'statement', 'textbook'];
    const { pairs, rejected, asked, stages } = await workedJob(
      { levels, baseline: true, attempts: 2 },
      {
        describe: good,
        'baseline 0': right,
        baseline: wrong,
        // Of the textbook one half passes, as of the name alone.
        'roundtrip 60000': right,
        'roundtrip 60001': wrong,
        roundtrip: right,
      },
    );
    expect(asked.filter((one) => one.startsWith('baseline'))).toEqual(['baseline 0', 'baseline 1']);
    expect(pairs.map(({ level }) => level)).toEqual(['one-line', 'one-line', 'statement', 'statement']);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(4);
    expect(pairs[0]?.round_trip).toMatchObject({ attempts: 2, pass_rate: 1, baseline_pass_rate: 0.5, lift: 0.5 });
    expect(rejected).toMatchObject([
      { reason: { kind: 'uninformative', pass_rate: 0.5, baseline_pass_rate: 0.5, lift: 0 } },
    ]);
    expect(stages.roundtrip).toMatchObject({ in: 3, kept: 2, dropped: { uninformative: 1 }, made: { pair: 4 } });
    expect(unbalanced(stages)).toEqual([]);
  });

  test('asks for no baseline where nothing passed', async () => {
    const { asked } = await workedJob({ baseline: true }, { describe: good, roundtrip: wrong });
    expect(asked).toEqual(['describe 0', 'roundtrip 0', 'roundtrip 1']);
  });

  test('keeps the best of several descriptions of a level', async () => {
    const better = `${good} It is exact.`;
    const { pairs, rejected } = await workedJob(
      { candidates: 3 },
      {
        'describe 0': good,
        'describe 100': better,
        'describe 200': 'Doubles.',
        'roundtrip 0': wrong,
        'roundtrip 1': right,
        roundtrip: right,
      },
    );
    expect(pairs[0]).toMatchObject({ description: better, round_trip: { attempts: 2, pass_rate: 1 } });
    expect(rejected.map(({ reason }) => reason.kind)).toEqual(['says-nothing', 'outdone']);
  });

  test('counts a fault as a fault, no drop, and marks the step for another try', async () => {
    const replies = { describe: good, roundtrip: fault };
    const first = await workedJob({}, replies);
    expect([first.passed, first.rejected]).toEqual([false, []]);
    expect(first.stages.roundtrip).toMatchObject({ in: 1, faults: { 'llm/rate-limited': 1 } });
    expect(await first.forgetFaulted()).toBe(1);
    expect((await first.again()).asked).toEqual(['describe 0', 'roundtrip 0']);
  });

  test('leaves a description unjudged whose baseline meets a fault', async () => {
    const { pairs, stages } = await workedJob(
      { baseline: true },
      { describe: good, roundtrip: right, baseline: fault },
    );
    expect(pairs).toEqual([]);
    expect(stages.roundtrip).toMatchObject({ in: 1, kept: 0, faults: { 'llm/rate-limited': 1 } });
    expect(unbalanced(stages)).toEqual([]);
  });

  test('takes a settled result as it is', async () => {
    const first = await workedJob({}, { describe: good, roundtrip: right });
    const second = await first.again();
    expect(second.asked).toEqual([]);
    expect([second.pairs, second.stages]).toEqual([first.pairs, first.stages]);
  });
});
