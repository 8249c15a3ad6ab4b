import { Tally } from '../../../../src/core/accounting.ts';
import type { RejectedRow, SampleRow } from '../../../../src/core/rows.ts';
import type { RunFacts } from '../../../../src/report/run/facts.ts';

/** A kept row, in which every text may be `said`. */
export function sampleRow(id: string, said = 'add two numbers', confidence = 0.95): SampleRow {
  const lineage = {
    seed: said,
    operators: [],
    prompts: {},
    model: said,
    parameters: { temperature: 0.7 },
    recorded: 'authored',
  } as const;
  return {
    id,
    task: {
      id: `task_${id}`,
      title: said,
      statement: said,
      signature: 'export function add(a: number, b: number): number',
      entry_point: 'add',
      difficulty: 'easy',
      topics: [said],
      kind: 'function',
    },
    solution: `// ${said}\nexport const add = (a: number, b: number) => a + b;`,
    reasoning: said,
    tests: `// ${said}`,
    confidence,
    evidence: {
      suites: [{ suite: 's', blind: true, tests: 3, acceptedSolutions: 2, refutedSolutions: 1 }],
      agreeing: 2,
      judged: 3,
      mutation: {
        kind: 'scored',
        total: 5,
        killed: 3,
        stopped: 1,
        survived: [{ line: 1, mutator: said, original: said, replacement: said }],
        uncovered: [],
        equivalent: 0,
        untried: 0,
        score: 0.8,
        acceptedStubs: [],
      },
      behaviour: {
        from: said,
        calls: 20,
        counting: 20,
        share: 1,
        group: 2,
        peers: 2,
        majority: 'agreed',
        throws: 0,
        differences: [],
      },
    },
    verification: {
      solution: '',
      tests: '',
      language: 'ts',
      limits: {},
      seeds: [],
      isolation: '',
      versions: {},
      packages: [],
    },
    lineage,
  };
}

/** A dropped row, with a reason of the given shape. */
export function rejectedRow(id: string, reason: RejectedRow['reason'], said = 'add two numbers'): RejectedRow {
  const { task, solution, tests, lineage } = sampleRow(id, said);
  return { id, stage: 'decide', reason, task, solution, tests, reply: said, lineage };
}

/** The facts of a small run, in which every text may be `said`. */
export function runFacts(said = 'arrays'): RunFacts {
  const tally = new Tally();
  tally.count('draw', { kind: 'kept' }, 3);
  tally.count('task', { kind: 'kept' }, 3);
  for (const stage of ['judge', 'support', 'decide', 'deduplicate', 'roundtrip'] as const) {
    tally.count(stage, { kind: 'kept' }, 2);
    tally.count(stage, { kind: 'dropped', reason: 'refuted' });
    tally.count(stage, { kind: 'faulted', code: 'llm/down' });
    tally.count(stage, { kind: 'pending' });
  }
  const spending = {
    draw: said,
    title: said,
    requests: 4,
    prompt_tokens: 100,
    completion_tokens: 200,
    cost_usd: 0.01,
    model_ms: 900,
    judging_ms: 80,
    kept: 1,
  };
  const mark = { draws: 3, kept: 2, requests: 12, tokens: 900, cost_usd: 0.03, elapsed_ms: 4000 };
  const refuted = {
    kind: 'refuted',
    by: {
      name: said,
      outcome: 'failed',
      message: said,
      counterexample: { values: said, seed: 1, path: '0', shrinks: 2 },
    },
  };
  return {
    name: said,
    counts: { samples: 2, pairs: 3, rejected: 1, preferences: 1, repairs: 0, tasks: 3 },
    accounting: {
      stages: tally.table(),
      requests: { sent: 12, stored: 0, repeated: 0 },
      tokens: { prompt: 400, completion: 500 },
      cost_usd: 0.03,
      elapsed_ms: 4000,
    },
    recorded: ['authored'],
    rounds: [
      { round: 0, ...mark },
      { round: 1, ...mark, draws: 6, kept: 3 },
    ],
    models: [{ model: said, kept: 2, dropped: { [said]: 1 } }],
    difficulties: [{ name: said, tasks: 3, kept: 2, dropped: 1 }],
    topics: [
      { name: said, tasks: 3, kept: 2, dropped: 1 },
      { name: 'starved', tasks: 1, kept: 0, dropped: 2 },
      { name: 'undrawn', tasks: 0, kept: 0, dropped: 0 },
    ],
    diversity: {
      score: 0.5,
      parts: { statements: 0.4, solutions: null },
      vendi: { statements: 1.5, solutions: 1.2, of: 2 },
      constructs: { [said]: 0.5 },
    },
    confidence: [{ from: 0.95, rows: 2 }],
    proofs: [{ mutationScore: 0.8, confidence: 0.95, rows: 2 }],
    repeats: {
      duplicates: 1,
      contaminated: { [said]: 1 },
      benchmarks: [{ name: said, problems: 164 }],
      examples: [rejectedRow('dup', { kind: 'duplicate', of: said, in: said }, said)],
    },
    spending: { slowest: [spending], costliest: [spending] },
    kept: [{ sample: sampleRow('one', said), descriptions: [said] }],
    dropped: [rejectedRow('two', refuted, said)],
  };
}
