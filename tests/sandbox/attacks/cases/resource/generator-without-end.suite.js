import { expect, test } from 'vitest';
import { numbers } from './solution';

test('spread', () => expect([...numbers()]).toHaveLength(3));
