import { expect, test } from 'vitest';
import { graph } from './solution';

test('different', () => expect(graph(1)).toEqual(graph(2)));
test('equal', () => expect(graph(1)).toEqual(graph(1)));
