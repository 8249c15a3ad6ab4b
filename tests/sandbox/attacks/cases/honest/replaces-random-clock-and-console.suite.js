import { expect, test } from 'vitest';
import { roll, say, stamp } from './solution';

test('random', () => expect([roll(), roll(), roll()].every((n) => n >= 1 && n <= 6)).toBe(true));
test('clock', () => expect(stamp()).toBe(1_700_000_000_000));
test('console', () => expect(say('a')).toEqual(['said a']));
test('its own again', () => expect(Math.random()).not.toBe(Math.random()));
