import { expect, test } from 'vitest';
import { each } from './solution';

test('hands on what the callback gives', () => expect(each(() => 'given')).toBe('refused'));
test('throws', () => expect(() => each(() => 1)).toThrow());
