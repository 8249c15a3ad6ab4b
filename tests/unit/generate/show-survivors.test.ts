import { describe, expect, test } from 'vitest';
import type { MutantEvidence } from '../../../src/core/evidence.ts';
import { showSurvivors } from '../../../src/generate/show-survivors.ts';

const solution = 'export function least(a: number, b: number): number {\n  if (a < b) return a;\n  return b;\n}\n';

function mutantOf(more: Partial<MutantEvidence> = {}): MutantEvidence {
  return { line: 2, mutator: 'EqualityOperator', original: 'a < b', replacement: 'a <= b', ...more };
}

describe('showSurvivors', () => {
  test('shows the whole line before and after', () => {
    expect(showSurvivors(solution, [mutantOf()])).toBe(
      '# line 2 (EqualityOperator)\n- if (a < b) return a;\n+ if (a <= b) return a;',
    );
  });

  test.each([
    ['is shortened or stretches over lines', '{ if (a < b) return a; return…', '{}'],
    ['stands on the line twice', 'a', 'b'],
    ['is nothing', '', ';'],
  ])('shows the line and the change apart where what is changed %s', (_what, original, replacement) => {
    expect(showSurvivors(solution, [mutantOf({ original, replacement })])).toBe(
      `# line 2 (EqualityOperator): if (a < b) return a;\n- ${original}\n+ ${replacement}`,
    );
  });

  test('takes nothing in a replacement for a pattern', () => {
    expect(showSurvivors('f(1)', [mutantOf({ line: 1, original: '1', replacement: "'$&'" })])).toContain("+ f('$&')");
  });

  test('orders by line, and says how many it left out', () => {
    const many = Array.from({ length: 22 }, (_, at) => mutantOf({ line: 22 - at, mutator: `M${at}` }));
    const shown = showSurvivors(solution, many);
    expect(Array.from(shown.matchAll(/# line (\d+)/gu), ([, line]) => Number(line))).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    expect(shown.endsWith('\n\n# and 2 more')).toBe(true);
  });

  test('survives a line that is not there', () => {
    expect(showSurvivors(solution, [mutantOf({ line: 99 })])).toContain('- a < b\n+ a <= b');
  });
});
