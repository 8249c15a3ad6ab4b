import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { reasonWords } from '../../../../src/report/run/reason-words.ts';
import { runMarkdown } from '../../../../src/report/run/run-markdown.ts';
import { runPage } from '../../../../src/report/run/run-page.ts';
import { runFacts, sampleRow } from './facts.ts';

const hostile = '</code></pre><script>alert(1)</script><img src=x onerror=alert(2)>"\'>\u202E\u001B[2J';

describe('the page about a run', () => {
  const page = runPage(runFacts());

  test('has all of its sections', () => {
    const ids = [...page.matchAll(/<section id="([\w-]+)"/gu)].map(([, id]) => id);
    expect(ids).toEqual([
      'funnel',
      'course',
      'verdicts',
      'tasks',
      'diversity',
      'confidence',
      'repeats',
      'models',
      'spending',
      'kept',
      'dropped',
    ]);
  });

  test('says what was kept, where the rest went, and whose the replies are', () => {
    expect(page).toContain('<dt>Kept</dt><dd>2<small>3 tasks were tried</small></dd>');
    expect(page).toContain('1 refuted');
    expect(page).toContain('1 llm/down');
    expect(page).toContain('written for the offline model');
    expect(page).toContain('$0.010 for each kept row');
  });

  test('names topics without a kept row, and those that were not drawn', () => {
    expect(page).toContain('not one kept row: starved.');
    expect(page).toContain('were not drawn: undrawn.');
  });

  test('shows rows whole: tests, mutants, counterexample, lineage', () => {
    for (const heading of [
      'Statement',
      'Solution',
      'Tests',
      'What proves it',
      'Counterexample',
      'Where it comes from',
    ]) {
      expect(page).toContain(`<h4>${heading}</h4>`);
    }
    expect(page).toContain('4 of 5 mutants die by its tests (80 %)');
  });

  test('says of every picture what is to be seen in it', () => {
    const figures = page.split('<figure').slice(1);
    expect(figures.length).toBeGreaterThan(9);
    for (const one of figures) expect(one).toMatch(/role="img" aria-label="[^"]{10,}"[\s\S]*<table/u);
  });

  test('shows hostile text as text', () => {
    const shown = runPage(runFacts(hostile));
    for (const part of ['<script', '<img', '\u202E', '\u001B']) expect(shown).not.toContain(part);
    expect(shown).toContain('⟦U+202E⟧');
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 30 })], { numRuns: 20 })(
    'has the same tags whatever its texts are',
    (said) => {
      const skeleton = (text: string): string =>
        (text.match(/<(?!\/?span\b|\/?text\b|\/?path\b)[a-z!/][^>\s]*/giu) ?? []).join(' ');
      expect(skeleton(runPage(runFacts(`x${said}`)))).toBe(skeleton(runPage(runFacts('x'))));
    },
  );

  test('stays under 2 MB with long rows', () => {
    const long = sampleRow('long', 'word '.repeat(100_000));
    const facts = runFacts();
    const kept = Array.from({ length: 10 }, () => ({ sample: long, descriptions: [long.task.statement] }));
    expect(runPage({ ...facts, kept }).length).toBeLessThan(2_000_000);
  });

  test('of a run that kept nothing says where to look', () => {
    const facts = runFacts();
    const none = { ...facts, counts: { ...facts.counts, samples: 0 }, kept: [], confidence: [], proofs: [] };
    expect(runPage(none)).toContain('Nothing was kept.');
  });

  test('goes without accounting and course', () => {
    const { accounting: _, ...facts } = runFacts();
    const shown = runPage({ ...facts, rounds: [], spending: { slowest: [], costliest: [] } });
    expect(shown).not.toContain('id="funnel"');
    expect(shown).toContain('id="kept"');
  });
});

describe('the same in Markdown', () => {
  test('has the funnel, the models and the topics', () => {
    const text = runMarkdown(runFacts());
    expect(text).toContain('| judge | candidate | 5 | 2 (40 %) | 1 refuted | 1 llm/down | 1 |');
    expect(text).toContain('| arrays | 2 | 1 | 67 % | 1 arrays |');
    expect(text).toContain('$0.030 ($0.015 for a kept row)');
  });

  test('lets no text out of its cell', () => {
    const text = runMarkdown(runFacts('a|b\n# <c>'));
    expect(text).not.toContain('<c>'.replace('<', '\n<'));
    expect(text).toContain(String.raw`a\|b \# \<c>`);
  });
});

describe('a reason in words', () => {
  test.each([
    [{ kind: 'refuted', by: { name: 'adds', message: 'expected 1 to be 2' } }, 'refuted: adds — expected 1 to be 2'],
    [
      { kind: 'ill-typed', side: 'solution', diagnostics: [{ line: 3, message: 'no such name' }] },
      'ill-typed (the solution): line 3: no such name',
    ],
    [{ kind: 'stopped', side: 'unknown', limit: 'cpu' }, 'stopped: it went over the limit of cpu'],
    [{ kind: 'unproven', because: 'vacuous-suite', stubs: ['empty', 'zero'] }, 'vacuous-suite: it accepts empty; zero'],
    [
      { kind: 'unproven', because: 'mutants-survive', survived: [1, 2], score: 0.5 },
      'mutants-survive: 2 mutants survive (score 0.5)',
    ],
    [
      { kind: 'unproven', because: 'low-confidence', confidence: 0.4 },
      'low-confidence: 0.40 is less than the profile asks for',
    ],
    [
      { kind: 'contaminated', benchmark: 'HumanEval', problem: '3', match: 'statement' },
      'contaminated: the statement of HumanEval 3',
    ],
    [{ kind: 'duplicate', of: 'sample_1', in: 'an earlier run' }, 'duplicate: of sample_1 in an earlier run'],
    [
      { kind: 'round-trip-failed', verdict: { kind: 'stopped', limit: 'wall' } },
      'round-trip-failed: stopped: it went over the limit of wall',
    ],
    [{ kind: 'unsupported' }, 'unsupported'],
  ])('%#', (reason, words) => {
    expect(reasonWords(reason)).toBe(words);
  });
});
