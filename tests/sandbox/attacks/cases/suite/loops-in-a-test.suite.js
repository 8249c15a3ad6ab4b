// expects: timeout — a suite whose test never ends
import { test } from 'vitest';
test('never ends', () => {
  for (;;);
});
