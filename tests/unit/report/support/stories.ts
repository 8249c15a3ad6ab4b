import type { Story } from '../../../../src/report/story/story.ts';
import { exampleTaskRow, sampleOf } from '../../support/examples.ts';

/** The story of a kept sample. */
export function storyOf(more: Partial<Story> = {}): Story {
  return {
    id: 'sample_1',
    kind: 'kept',
    from: 'store',
    gaps: [],
    seed: { id: 'strings/a', operators: [] },
    ancestors: [],
    task: exampleTaskRow,
    requests: [],
    solutions: [],
    suites: [],
    sample: sampleOf(),
    fate: { kind: 'kept' },
    pairs: [],
    droppedDescriptions: [],
    preferences: [],
    repairs: [],
    revisions: [],
    ...more,
  };
}

/** A story in which a text stands wherever a model's text can. */
export function saying(text: string): Story {
  const reply = { content: text, reasoning: text, model: text, finishReason: 'stop' } as const;
  const usage = { promptTokens: 1, completionTokens: 1 };
  const reason = { kind: 'refuted', message: text, of: text };
  const verdict = {
    kind: 'refuted',
    by: { name: text, outcome: 'failed', message: text },
    failed: 1,
    total: 2,
  } as const;
  return storyOf({
    task: { ...exampleTaskRow, title: text, statement: text, signature: text, topics: [text] },
    sample: { ...sampleOf(), solution: text, tests: text, reasoning: text },
    requests: [{ stage: 'solve', seed: 'strings/a', sample: 0, key: 'k', reply: { ...reply, usage } }],
    suites: [{ name: 'suite 1', id: 's', code: text, blind: true, supported: false, reason }],
    solutions: [
      {
        name: 'solution 1',
        id: 'x',
        code: text,
        isOwn: true,
        verdicts: [verdict],
        decision: { kind: 'rejected', row: 'rej_1', stage: 'decide', reason },
      },
    ],
    gaps: [text],
  });
}
