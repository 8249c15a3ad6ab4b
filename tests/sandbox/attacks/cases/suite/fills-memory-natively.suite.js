// expects: memory|timeout|malformed|refuted — a suite that asks for a billion elements at once
import { test } from 'vitest';
test('fills', () => {
  Array.from({ length: 1e9 }, (_, i) => i);
});
