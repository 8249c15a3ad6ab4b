import { describe, expect, test } from 'vitest';
import { unbalanced } from '../../../../src/core/accounting.ts';
import { drawOf } from '../../../../src/core/draw.ts';
import { failed, ok } from '../../../../src/core/fault.ts';
import type { RejectedRow, SampleRow } from '../../../../src/core/rows.ts';
import type { ItemKind } from '../../../../src/core/store.ts';
import { Admission } from '../../../../src/pipeline/admission/admission.ts';
import { runLane } from '../../../../src/pipeline/lane/lane.ts';
import { workPiece } from '../../../../src/pipeline/pieces/work-piece.ts';
import type { RunPorts } from '../../../../src/pipeline/ports.ts';
import type { Piece } from '../../../../src/seeds/pieces/piece.ts';
import { passingFault, seedOf } from '../../support/examples.ts';
import { scriptedLane, solutionOf, suiteOf, type Script } from '../lane/scripted-lane.ts';

const piece: Piece = {
  seed: {
    ...seedOf({ id: 'code/double', path: 'src/double.ts', licence: 'MIT' }),
    code: solutionOf('given'),
    language: 'ts',
  },
  entryPoint: 'double',
  signature: 'export function double(n: number): number;',
  kind: 'function',
};

async function workedPiece(suites: Script['suites'], more: Partial<Piece> = {}, changes: Partial<RunPorts> = {}) {
  const { ports: scripted, llm } = await scriptedLane(
    { solutions: [], suites, generate: { solutions: 1, sighted_suites: 1, blind_suites: 1 } },
    0,
  );
  const ports = { ...scripted, ...changes };
  const given = { ...piece, ...more };
  const draw = drawOf(given.seed);
  using admission = new Admission({ nearDuplicate: 1, target: null });
  const summary = await runLane(ports, draw, (own, lane) => workPiece(own, lane, given));
  const accepted = await ports.store.items(ports.run, { kind: 'lane', key: draw.key }, 'accepted');
  admission.admit([{ draw, summary, samples: accepted as SampleRow[] }]);
  const rows = async <T>(kind: ItemKind): Promise<T[]> =>
    (await ports.store.items(ports.run, { kind: 'lane', key: draw.key }, kind)) as T[];
  const stages = admission.tally.table();
  return {
    samples: await rows<SampleRow>('accepted'),
    rejected: await rows<RejectedRow>('rejected'),
    others: [...(await rows('label')), ...(await rows('rating')), ...(await rows('preference'))],
    stages,
    // What is kept goes on to be described, which nothing here does.
    problems: unbalanced(stages),
    calls: llm.calls,
    forgotten: await ports.store.forgetFaulted(ports.run),
  };
}

const reasons = (rows: readonly RejectedRow[]): string[] =>
  rows.map(({ stage, reason: { kind, because } }) => `${stage} ${typeof because === 'string' ? because : kind}`);

describe('workPiece', () => {
  test('asks for suites of the code, and keeps what they prove', async () => {
    const { samples, rejected, calls, problems, others } = await workedPiece([
      suiteOf('given', 1),
      suiteOf('given', 0.9),
    ]);
    expect(calls.map(({ label }) => `${label.stage} ${label.seed} ${label.sample}`)).toEqual([
      'tests code/double 0',
      'tests code/double 1',
    ]);
    expect(calls[0]?.messages[1]?.content).toContain(piece.seed.code);
    expect(samples).toMatchObject([
      {
        solution: piece.seed.code,
        task: { statement: '', entry_point: 'double', signature: piece.signature },
        lineage: { seed: 'code/double', source: { path: 'src/double.ts', licence: 'MIT' }, model: 'given' },
        verification: { language: 'ts' },
      },
    ]);
    expect(Object.keys(samples[0]?.lineage.prompts ?? {})).toEqual(['write-suite-for-code']);
    expect([rejected, others, problems]).toEqual([[], [], []]);
  });

  test('asks for nothing where the code has tests', async () => {
    const { samples, calls, stages, problems } = await workedPiece([], { tests: suiteOf('given', 1) });
    expect([samples.length, calls.length, problems]).toEqual([1, 0, []]);
    expect(stages.tests).toMatchObject({ in: 0, made: { suite: 1, candidate: 1 } });
  });

  test('drops code that its own tests refute', async () => {
    const { samples, rejected, problems } = await workedPiece([], { tests: suiteOf('another', 1) });
    expect([samples, reasons(rejected), problems]).toEqual([[], ['support unsupported', 'decide refuted'], []]);
    expect(rejected[1]).toMatchObject({ solution: piece.seed.code });
  });

  test('goes by the suite that accepts the code where another refutes it', async () => {
    const { samples, rejected } = await workedPiece([suiteOf('another', 1), suiteOf('given', 1)]);
    expect(samples[0]?.tests).toBe(suiteOf('given', 1));
    expect(reasons(rejected)).toEqual(['support unsupported']);
  });

  test('drops code that only weak suites accept', async () => {
    const { samples, rejected, problems } = await workedPiece([suiteOf('given', 0.2), suiteOf('given', 0.1)]);
    expect([samples, reasons(rejected), problems]).toEqual([[], ['decide mutants-survive'], []]);
  });

  test('takes a fault of the endpoint for no drop of the code', async () => {
    const { rejected, stages, problems, forgotten } = await workedPiece([failed(passingFault), failed(passingFault)]);
    expect([rejected, problems, forgotten]).toEqual([[], [], 1]);
    expect(stages.decide).toMatchObject({ in: 1, dropped: {}, faults: { 'llm/rate-limited': 1 } });
  });

  test('drops code for which no suite could be read', async () => {
    const { rejected, problems } = await workedPiece(['No.', 'No.']);
    expect([reasons(rejected), problems]).toEqual([['tests malformed', 'tests malformed', 'decide no-suite'], []]);
  });

  test('has JavaScript judged as that', async () => {
    const languages: unknown[] = [];
    const judge: RunPorts['judge'] = ({ language }) => {
      languages.push(language);
      return Promise.resolve(ok({ kind: 'accepted', checks: [{ name: 't', outcome: 'passed' }] }));
    };
    const script = { ...piece.seed, language: 'js' as const };
    const provers: RunPorts['provers'] = {
      stubs: ({ language }) => {
        languages.push(language);
        return Promise.resolve(ok({ kind: 'judged', accepted: [] }));
      },
    };
    const suites = [suiteOf('given', 1), suiteOf('given', 1)];
    const { samples } = await workedPiece(suites, { seed: script }, { judge, provers });
    expect(languages).toEqual(['js', 'js', 'js', 'js']);
    expect(samples[0]?.verification.language).toBe('js');
  });
});
