import { expect, test } from 'vitest';
import { churn, later } from './solution';

test('churns', () => expect(churn(12)).toBe(2_400_000));
test('waits', async () => expect(await later()).toBe('later'));
test('churns again', () => expect(churn(4)).toBe(800_000));
test('waits again', async () => expect(await Promise.all([later(), later()])).toEqual(['later', 'later']));
