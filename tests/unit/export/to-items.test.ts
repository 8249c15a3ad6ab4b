import { describe, expect, test } from 'vitest';
import type { LabelRow, PairRow } from '../../../src/core/rows.ts';
import { groupOf, labelItem, pairItem, preferenceItem, statementPair, taskItem } from '../../../src/export/to-items.ts';
import { sampleOf } from '../support/examples.ts';

const code = 'export const double = (n: number): number => n * 2;\n\n';
const fenced = '```ts\nexport const double = (n: number): number => n * 2;\n```';
const sample = sampleOf({ solution: code, reasoning: ' Twice is a sum.\n' });

function pairOf(more: Partial<PairRow> = {}): PairRow {
  const { lineage } = sample;
  const fixed = { id: 'pair_1', description: 'Double a number.', code, sample: sample.id, lineage };
  return { ...fixed, direction: 'description-to-code', source: 'statement', ...more };
}

const answerOf = (pair: PairRow, withReasoning: boolean): string =>
  pairItem(pair, sample, withReasoning).content.answer;

describe('pairItem', () => {
  test('asks for code with the description', () => {
    const { content } = pairItem(pairOf(), sample, false);
    expect(content).toEqual({ question: 'Double a number.', answer: fenced });
  });

  test('asks for a description with the code', () => {
    const { content } = pairItem(pairOf({ direction: 'code-to-description' }), sample, true);
    expect(content.question).toMatch(/^Describe what this TypeScript module does/u);
    expect(content.question.endsWith(fenced)).toBe(true);
    expect(content.answer).toBe('Double a number.');
  });

  test('puts the reasoning before the answer to what the model was asked, and to nothing else', () => {
    expect(answerOf(pairOf(), true)).toBe(`<think>\nTwice is a sum.\n</think>\n\n${fenced}`);
    expect(answerOf(pairOf(), false)).toBe(fenced);
    expect(answerOf(pairOf({ source: 'backtranslation' }), true)).toBe(fenced);
    const { reasoning: _, ...silent } = sample;
    expect(pairItem(pairOf(), silent, true).content.answer).toBe(fenced);
  });

  test('proves that the solution from the description passes too', () => {
    const round_trip = { passed: true, attempts: 1, pass_rate: 1, solution: 'fresh' };
    const { proof } = pairItem(pairOf({ round_trip }), sample, false);
    expect(proof).toEqual({
      sample: sample.id,
      direction: 'description-to-code',
      accepts: ['fresh'],
      verification: sample.verification,
    });
    expect(pairItem(pairOf(), sample, false).proof).not.toHaveProperty('accepts');
  });
});

describe('preferenceItem', () => {
  test('proves that the tests refute what is rejected', () => {
    const row = {
      id: 'pref_1',
      prompt: 'p',
      chosen: code,
      rejected: 'bad',
      chosen_pass_rate: 1,
      rejected_pass_rate: 0.5,
    };
    const { content, proof, id } = preferenceItem({ ...row, sample: sample.id }, sample);
    expect(content).toEqual({ question: 'p', chosen: fenced, rejected: '```ts\nbad\n```' });
    expect([id, proof.refutes, proof.accepts]).toEqual(['pref_1', ['bad'], undefined]);
  });
});

describe('labelItem', () => {
  const { solution } = sample.verification;
  const rowOf = (completion: string, label: boolean): LabelRow => ({
    id: 'label_1',
    prompt: 'p',
    completion,
    label,
    sample: sample.id,
  });

  test('proves a bad completion by what the tests refute', () => {
    expect(labelItem(rowOf('bad', false), sample).proof).toMatchObject({ refutes: ['bad'] });
    expect(labelItem(rowOf('bad', false), sample).proof).not.toHaveProperty('accepts');
  });

  test('proves a good completion by the sample, or by what else the tests accept', () => {
    expect(Object.keys(labelItem(rowOf(solution, true), sample).proof)).toEqual(['sample', 'verification']);
    expect(labelItem(rowOf('other', true), sample).proof).toMatchObject({ accepts: ['other'] });
  });
});

describe('taskItem', () => {
  test('asks with the statement and the signature, and gives the tests their time in seconds', () => {
    const limited = sampleOf({ verification: { ...sample.verification, limits: { cpu_ms: 1500 } } });
    expect(taskItem(limited).content).toEqual({
      question: statementPair(limited).description,
      tests: ['suite'],
      task: 'task_1',
      entryPoint: 'double',
      difficulty: 'easy',
      maxExecutionTime: 1.5,
    });
  });
});

describe('groupOf', () => {
  test('is what the sample says, and else its seed', () => {
    expect(groupOf(sampleOf())).toBe('s/a');
    expect(groupOf(sampleOf({ group: 'cluster 4' }))).toBe('cluster 4');
  });
});
