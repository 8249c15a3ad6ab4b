// expects: timeout|memory|output — a suite that registers tests without end
import { test } from 'vitest';
for (let i = 0; ; i++) test(`test ${i}`, () => {});
