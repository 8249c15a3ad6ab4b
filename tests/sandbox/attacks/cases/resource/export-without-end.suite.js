import { expect, test } from 'vitest';
import { cases } from './solution';

for (const [name, value] of cases) test(name, () => expect(value).toBeTypeOf('number'));
