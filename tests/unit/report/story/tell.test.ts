import { describe, expect, test } from 'vitest';
import type {
  PairRow,
  PreferenceRow,
  RejectedRow,
  RepairRow,
  RevisionRow,
  SampleRow,
} from '../../../../src/core/rows.ts';
import type { LaneFacts } from '../../../../src/report/story/lane-facts.ts';
import type { Chapter } from '../../../../src/report/story/chapter.ts';
import { chaptersOf } from '../../../../src/report/story/chapters.ts';
import type { Story } from '../../../../src/report/story/story.ts';
import { tellStory } from '../../../../src/report/story/tell.ts';
import { exampleTaskRow, sampleOf, seedOf } from '../../support/examples.ts';

const task = exampleTaskRow;
const sample: SampleRow = {
  ...sampleOf(),
  evidence: {
    suites: [],
    agreeing: 2,
    judged: 3,
    mutation: {
      kind: 'scored',
      total: 9,
      killed: 6,
      stopped: 1,
      survived: [{ line: 4, mutator: 'ArithmeticOperator', original: 'n * 2', replacement: 'n / 2' }],
      uncovered: [{ line: 5, mutator: 'BlockStatement', original: '{ a }', replacement: '{}' }],
      equivalent: 0,
      untried: 0,
      score: 0.778,
      acceptedStubs: [],
    },
    signals: { passes: { value: 1, weight: 1.9 } },
  },
};
const { lineage, tests } = sample;
const dropped: RejectedRow = {
  id: 'rej_description',
  stage: 'describe',
  reason: { kind: 'leaks-code', share: 0.8, excerpt: 'n * 2' },
  task,
  tests,
  reply: 'It returns n * 2.',
  lineage,
};
const pair: PairRow = {
  id: 'pair_1',
  direction: 'code-to-description',
  source: 'backtranslation',
  level: 'textbook',
  description: 'Twice the number.',
  code: sample.solution,
  sample: sample.id,
  round_trip: { passed: true, attempts: 2, solution: 'fresh', pass_rate: 0.5, lift: 0.25 },
  lineage,
};
const preference: PreferenceRow = {
  id: 'pref_1',
  prompt: 'Double.',
  chosen: 'good',
  rejected: 'bad',
  chosen_pass_rate: 1,
  rejected_pass_rate: 0.5,
  sample: sample.id,
};
const repair: RepairRow = {
  id: 'repair_1',
  task,
  before: 'wrong',
  evidence: { kind: 'refuted', side: 'solution' },
  after: 'right',
  origin: 'sibling',
  sample: sample.id,
};
const revision: RevisionRow = {
  id: 'rev_1',
  what: 'task',
  task,
  faults: [{ principle: 'clear', problem: 'it is vague' }],
  before: { ...task, title: 'Vague' },
  after: task,
};

function factsOf(more: Partial<LaneFacts> = {}): LaneFacts {
  return {
    from: 'store',
    key: 'strings/soft-wrap',
    draw: { seed: seedOf(), operators: [] },
    requests: [],
    samples: [{ row: sample, fate: { kind: 'kept' } }],
    rejected: [dropped],
    pairs: [pair],
    preferences: [preference],
    repairs: [repair],
    revisions: [revision],
    ratings: [],
    ...more,
  };
}

function told(id: string, more: Partial<LaneFacts> = {}): Story {
  const story = tellStory(factsOf(more), id);
  if (!story) throw new Error(`there is no story of ${id}`);
  return story;
}

/** All that a chapter says, as one text. */
function textOf(chapters: readonly Chapter[], title: string): string {
  return JSON.stringify(chapters.find((chapter) => chapter.title === title)?.blocks ?? 'no such chapter');
}

describe('a story', () => {
  test.each([
    ['sample_1', 'kept', 'sample_1'],
    ['rej_description', 'rejected', 'sample_1'],
    ['pair_1', 'pair', 'sample_1'],
    ['pref_1', 'preference', 'sample_1'],
    ['repair_1', 'repair', 'sample_1'],
    ['rev_1', 'revision', undefined],
    ['task_1', 'task', undefined],
  ])('of %s is that of a row of kind %s', (id, kind, of) => {
    const story = told(id);
    expect([story.kind, story.sample?.id, story.task?.id]).toEqual([kind, of, 'task_1']);
  });

  test('of a row that the draw does not have is none', () => {
    expect(tellStory(factsOf(), 'sample_2')).toBeUndefined();
    expect(tellStory(factsOf(), '')).toBeUndefined();
  });

  test('of a task has what was made of all its samples', () => {
    const other = { ...preference, id: 'pref_2', sample: 'sample_2' };
    const more = { preferences: [preference, other] };
    expect(told('task_1', more).preferences).toHaveLength(2);
    expect(told('sample_1', more).preferences).toEqual([preference]);
  });

  test.each([
    [{ from: 'files' }, ['The store of the run is not there']],
    [{ draw: undefined }, ['made by an earlier version']],
    [
      { requests: [{ stage: 'solve', seed: 's', sample: 0, key: 'gone' }] },
      ['No candidate was judged', 'no longer stored'],
    ],
  ] as const)('says what cannot be told: %j', (more, gaps) => {
    const { draw, ...rest } = { ...factsOf(), ...more } as LaneFacts;
    const story = tellStory({ ...rest, ...(draw && { draw }) }, 'sample_1');
    expect(story?.gaps).toHaveLength(gaps.length);
    for (const gap of gaps) expect(story?.gaps.join('\n')).toContain(gap);
  });
});

describe('its chapters', () => {
  const chapters = chaptersOf(told('sample_1'));

  test('are in the order in which it happened', () => {
    expect(chapters.map(({ title }) => title)).toEqual([
      'What it is',
      'Seed',
      'Task',
      'Its code',
      'Candidates',
      'Every solution and suite',
      'Evidence',
      'Duplicates and contamination',
      'Descriptions and round trips',
      'What else was made of it',
      'Lineage and proof',
    ]);
  });

  test('say what the confidence rests on, and which mutants live', () => {
    const evidence = textOf(chapters, 'Evidence');
    expect(evidence).toContain('2 of 3 judged solutions');
    expect(evidence).toContain('9: 6 killed, 1 stopped, 0 equivalent, 0 untried; score 77.8 %');
    expect(evidence).toMatch(/"4".*"n \* 2".*"n \/ 2".*"survived".*"5".*"not reached"/u);
  });

  test('say what became of descriptions', () => {
    const descriptions = textOf(chapters, 'Descriptions and round trips');
    expect(descriptions).toContain('textbook: passed, 2 tried, 50 % passed, 25 % more than from the name');
    expect(descriptions).toContain('dropped at describe: leaks-code (share: 0.8, excerpt: n * 2)');
  });

  test('link what was made of it', () => {
    const made = textOf(chapters, 'What else was made of it');
    for (const id of ['pair_1', 'pref_1', 'repair_1', 'rev_1']) expect(made).toContain(`"row":"${id}"`);
  });

  test.each([
    ['pref_1', 'The preference', 'Rejected, passes 50 %'],
    ['repair_1', 'The repair (sibling)', '"right"'],
    ['rev_1', 'The revision (task)', 'Vague'],
    ['pair_1', 'The pair', 'Twice the number.'],
    ['rej_description', 'What it is', 'It returns n * 2.'],
  ])('of %s have “%s”', (id, title, text) => {
    expect(textOf(chaptersOf(told(id)), title)).toContain(text);
  });

  test('name and link what a duplicate is one of', () => {
    const reason = { kind: 'duplicate', of: 'sample_0a' };
    const samples = [{ row: sample, fate: { kind: 'dropped', stage: 'deduplicate', reason } as const }];
    const first = textOf(chaptersOf(told('sample_1', { samples })), 'What it is');
    expect(first).toContain('{"text":"duplicate (of: sample_0a)","row":"sample_0a"}');
  });
});
