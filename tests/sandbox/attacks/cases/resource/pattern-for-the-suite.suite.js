import { expect, test } from 'vitest';
import { pattern } from './solution';

test('matches words', () =>
  expect('an input of quite a few words that goes on and on and does not end well!').not.toMatch(pattern));
