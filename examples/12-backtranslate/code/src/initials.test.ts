import { describe, expect, test } from 'vitest';
import { initials } from './initials.ts';

describe('initials', () => {
  test.each([
    ['Ada Lovelace', 'AL'],
    ['anne-marie lund', 'AML'],
    ['Johann Sebastian Ludwig van Bach', 'JSB'],
    ['Jean Luc Marie Picard', 'JLP'],
    ['Ægir', 'Æ'],
    ['  two   spaces ', 'TS'],
    ['Louis 14 Roi', 'LR'],
    ['42', ''],
    ['', ''],
  ])('%s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
