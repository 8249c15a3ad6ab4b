import { describe, expect, test } from 'vitest';
import type { Level } from '../../../../src/core/level.ts';
import type { PairRow } from '../../../../src/core/rows.ts';
import { presentDescribed } from '../../../../src/pipeline/pieces/present-described.ts';
import type { Piece } from '../../../../src/seeds/pieces/piece.ts';
import { sampleOf } from '../../support/examples.ts';

const sample = sampleOf();
const pairOf = (level: Level): PairRow => ({
  id: `pair_${level}`,
  direction: 'code-to-description',
  source: 'backtranslation',
  level,
  description: `As a ${level}.`,
  code: sample.solution,
  sample: sample.id,
  lineage: { ...sample.lineage, model: 'describer', prompts: { describe: 'h' } },
});

describe('presentDescribed', () => {
  test('shows nothing of what nothing describes', () => {
    expect(presentDescribed(new Map())(sample, [])).toBeUndefined();
  });

  test('has the most precise description for the statement, and the prompts of both', () => {
    const own = { ...sample, lineage: { ...sample.lineage, model: 'given', prompts: { tests: 't' } } };
    const pairs = [pairOf('one-line'), pairOf('textbook'), pairOf('statement')];
    expect(presentDescribed(new Map())(own, pairs)).toEqual({
      sample: {
        ...own,
        task: { ...own.task, statement: 'As a statement.' },
        lineage: { ...own.lineage, model: 'describer', prompts: { tests: 't', describe: 'h' } },
      },
      pairs,
    });
  });

  test('carries what else the row said', () => {
    const piece = { extra: { stars: 3 } } as unknown as Piece;
    const shown = presentDescribed(new Map([['s/a', piece]]))(sample, [pairOf('one-line')]);
    expect(shown?.sample).toMatchObject({ extra: { stars: 3 }, task: { statement: 'As a one-line.' } });
  });
});
