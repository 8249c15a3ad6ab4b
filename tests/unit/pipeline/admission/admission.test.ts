import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Tally, unbalanced } from '../../../../src/core/accounting.ts';
import { drawOf } from '../../../../src/core/draw.ts';
import type { SampleRow } from '../../../../src/core/rows.ts';
import { Admission, type AdmissionOptions, type SettledLane } from '../../../../src/pipeline/admission/admission.ts';
import { openAdmission } from '../../../../src/pipeline/admission/open-admission.ts';
import { rememberRun } from '../../../../src/pipeline/admission/remember-run.ts';
import type { RunPorts } from '../../../../src/pipeline/ports.ts';
import { Stop } from '../../../../src/pipeline/stop.ts';
import { configOf, exampleTaskRow, sampleOf, seedOf } from '../../support/examples.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A program that resembles no program of another number. */
const program = (n: number): string =>
  `export const double = (n: number) => {\n${Array.from({ length: 30 }, (_, line) => `call.m${n}_${line}();`).join('\n')}\n};`;
/** The same for words. */
const words = (n: number): string => Array.from({ length: 30 }, (_, place) => `w${n}x${place}`).join(' ');

interface Accepted {
  readonly program: number;
  readonly confidence?: number;
  readonly statement?: string;
}

/** A lane whose accepted samples are `name:0` and on; its counts say that they were accepted. */
function lane(name: string, accepted: readonly (number | Accepted)[]): SettledLane {
  const counts = new Tally();
  counts.make('decide', 'accepted', accepted.length);
  const samples = accepted.map((one, index): SampleRow => {
    const {
      program: n,
      confidence = 0.5,
      statement = words(fnv(name)),
    } = typeof one === 'number' ? { program: one } : one;
    const task = { ...exampleTaskRow, id: `task_${name}`, statement };
    return sampleOf({ id: `${name}:${index}`, task, solution: program(n), tests: 'double', confidence });
  });
  return { draw: drawOf(seedOf({ id: `t/${name}` })), summary: { counts: counts.table() }, samples };
}

const fnv = (text: string): number => [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);

function opened(more: Partial<AdmissionOptions> = {}): Admission {
  const admission = new Admission({ nearDuplicate: 0.7, target: null, ...more });
  onTestFinished(() => admission[Symbol.dispose]());
  return admission;
}

const keptOf = (admission: Admission, ...lanes: readonly SettledLane[]): string[] =>
  admission.admit(lanes).flatMap(({ kept }) => kept);

describe('Admission', () => {
  test('keeps new samples and names what a repeated one repeats, within a round and over rounds', () => {
    const admission = opened();
    const [first, second] = admission.admit([lane('a', [1, 2, 1]), lane('b', [2, 3])]);
    const [third] = admission.admit([lane('c', [3, 4])]);
    expect([first?.kept, second?.kept, third?.kept]).toEqual([['a:0', 'a:1'], ['b:1'], ['c:1']]);
    const dropped = [first, second, third].flatMap((one) => [...(one?.dropped ?? [])]);
    const duplicate = (of: string) => ({ stage: 'deduplicate', reason: { kind: 'duplicate', of } });
    expect(dropped).toEqual([
      ['a:2', duplicate('a:0')],
      ['b:0', duplicate('a:1')],
      ['c:0', duplicate('b:1')],
    ]);
    const stages = admission.tally.table();
    expect(stages.deduplicate).toMatchObject({ in: 7, kept: 4, dropped: { duplicate: 3 }, made: { sample: 4 } });
    expect(unbalanced(stages)).toEqual([]);
  });

  test('keeps the best proven of a round, and never replaces one of an earlier round', () => {
    const admission = opened();
    const poor = { program: 1, confidence: 0.4 };
    const good = { program: 1, confidence: 0.9 };
    expect(keptOf(admission, lane('a', [poor]), lane('b', [good]))).toEqual(['b:0']);
    expect(keptOf(admission, lane('c', [{ ...good, confidence: 1 }]))).toEqual([]);
  });

  test('keeps one of several tasks whose statements say nearly the same, and all solutions of it', () => {
    const admission = opened();
    const statement = words(1);
    const same = (n: number, text = statement) => ({ program: n, statement: text });
    const lanes = [lane('a', [same(1), same(2)]), lane('b', [same(3, `${statement} more`)]), lane('c', [4])];
    const admitted = admission.admit(lanes);
    expect(admitted.map(({ kept }) => kept)).toEqual([['a:0', 'a:1'], [], ['c:0']]);
    const reason = { kind: 'duplicate-statement', of: 'task_a' };
    expect(admitted[1]?.dropped.get('b:0')).toEqual({ stage: 'deduplicate', reason });
  });

  test('drops what repeats a benchmark, before anything is compared with it', () => {
    const match = { benchmark: 'B', problem: 'B/1', match: 'solution', share: 1, excerpt: 'call' } as const;
    const decontamination = {
      benchmarks: [],
      match: ({ solution = '' }) => (solution === program(1) ? match : undefined),
    };
    const admission = opened({ decontamination });
    const [admitted] = admission.admit([lane('a', [{ program: 1, confidence: 1 }, 2])]);
    expect(admitted?.kept).toEqual(['a:1']);
    expect(admitted?.dropped.get('a:0')).toEqual({
      stage: 'decontaminate',
      reason: { kind: 'contaminated', ...match },
    });
    const stages = admission.tally.table();
    expect(stages.decontaminate).toMatchObject({
      in: 2,
      kept: 1,
      dropped: { contaminated: 1 },
      made: { uncontaminated: 1 },
    });
    expect(unbalanced(stages)).toEqual([]);
  });

  test('leaves pending what comes after the target, repeated or not', () => {
    const admission = opened({ target: 2 });
    expect(admission.full).toBe(false);
    expect(keptOf(admission, lane('a', [1, 1, 2, 3, 1]))).toEqual(['a:0', 'a:2']);
    expect([admission.kept, admission.full]).toEqual([2, true]);
    expect(keptOf(admission, lane('b', [1, 4]))).toEqual([]);
    const { deduplicate } = admission.tally.table();
    expect(deduplicate).toMatchObject({ in: 7, kept: 2, dropped: { duplicate: 1 }, pending: 4 });
  });

  const rounds = fc.array(fc.array(fc.array(fc.nat(5), { maxLength: 4 }), { maxLength: 3 }), { maxLength: 3 });
  const admitAll = (given: readonly (readonly (readonly number[])[])[], target: number | null) => {
    using admission = new Admission({ nearDuplicate: 0.7, target });
    const kept = given.flatMap((lanes, round) =>
      keptOf(admission, ...lanes.map((one, place) => lane(`l${round}-${place}`, one))),
    );
    return { stages: admission.tally.table(), count: admission.kept, kept };
  };

  test('accounts for every sample, and never keeps two that are alike or more than the target', () => {
    const accounts = fc.property(rounds, fc.option(fc.integer({ min: 1, max: 8 })), (given, target) => {
      const { stages, count, kept } = admitAll(given, target);
      const distinct = new Set(given.flat(2)).size;
      expect(unbalanced(stages)).toEqual([]);
      expect(kept).toHaveLength(Math.min(distinct, target ?? distinct));
      expect(count).toBe(kept.length);
    });
    fc.assert(accounts, { numRuns: 50 });
  });

  test('takes the pending first when the target is raised: a prefix stays as it is', () => {
    const grows = fc.property(rounds, fc.integer({ min: 1, max: 8 }), (given, target) => {
      const [low, high] = [admitAll(given, target).kept, admitAll(given, target + 2).kept];
      expect(high.slice(0, low.length)).toEqual(low);
    });
    fc.assert(grows, { numRuns: 50 });
  });

  test('goes back to a checkpoint: what was counted since is gone', () => {
    const admission = opened({ target: 3 });
    admission.admit([lane('a', [1])]);
    const [undo, before] = [admission.checkpoint(), admission.tally.table()];
    admission.admit([lane('b', [2, 2])]);
    admission.tally.count('judge', { kind: 'kept' });
    undo();
    expect([admission.kept, admission.tally.table()]).toEqual([1, before]);
  });
});

/** The admission of a run with a configuration of its own. */
async function ofRun(run: string, curate: Readonly<Record<string, unknown>>): Promise<Admission> {
  const ports = { config: configOf({ curate }), run, stop: new Stop() } as unknown as RunPorts;
  const found = await openAdmission(ports);
  onTestFinished(() => found[Symbol.dispose]());
  return found.admission;
}

async function* streamed(lanes: readonly SettledLane[]): AsyncGenerator<SampleRow> {
  for (const { samples } of lanes) yield* samples;
}

describe('the admission of a run', () => {
  test('keeps nothing that a file has which is named in curate.against', async () => {
    const file = join(tempDir(), 'old.jsonl');
    writeFileSync(file, `${JSON.stringify({ id: 'old', prompt: words(99), completion: program(1) })}\n`);
    const admission = await ofRun('run', { against: [file] });
    const [admitted] = admission.admit([lane('a', [1, 2])]);
    expect(admitted?.kept).toEqual(['a:1']);
    expect(admitted?.dropped.get('a:0')?.reason).toEqual({ kind: 'duplicate', of: 'old', in: 'curate.against' });
  });

  test('knows what earlier runs kept, but not what they keep after it has begun', async () => {
    const seen = join(tempDir(), 'seen');
    await rememberRun(seen, streamed([lane('x', [1])]));
    const begun = await ofRun('second', { seen });
    begun[Symbol.dispose]();
    await rememberRun(seen, streamed([lane('y', [2])]));
    const again = await ofRun('second', { seen });
    expect(keptOf(again, lane('a', [1, 2, 3]))).toEqual(['a:1', 'a:2']);
    expect(keptOf(await ofRun('third', { seen }), lane('a', [1, 2, 3]))).toEqual(['a:2']);
  });

  test('keeps again what it has kept itself, and remembers it once', async () => {
    const seen = join(tempDir(), 'seen');
    const own = [lane('a', [1, 2])];
    await rememberRun(seen, streamed(own));
    await rememberRun(seen, streamed(own));
    expect(keptOf(await ofRun('run', { seen }), ...own)).toEqual(['a:0', 'a:1']);
  });

  test('is without benchmarks where decontaminate is off', async () => {
    expect(keptOf(await ofRun('run', { decontaminate: false, benchmarks: ['/nowhere'] }), lane('a', [1]))).toEqual([
      'a:0',
    ]);
    await expect(ofRun('run', { benchmarks: ['/nowhere'] })).rejects.toThrow(
      'Cannot read /nowhere as an index of benchmarks',
    );
  });
});
