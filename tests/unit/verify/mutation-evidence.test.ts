import { expect, test } from 'vitest';
import { mutationEvidence, type MutationEvidenceOptions } from '../../../src/verify/mutation-evidence.ts';
import { sharedSandbox } from '../../sandbox/harness.ts';

const sandbox = sharedSandbox();
const limits = { cpuMs: 1000, memoryMb: 64, outputKb: 64 };
const inputs = { arbitrary: 'fc.tuple(fc.integer({ min: -9, max: 9 }))', examples: [] };

// Nothing tests what lies below zero; at the limits themselves, `<` is as good as `<=`.
const candidate = {
  solution:
    'export function limit(x: number): number {\n  if (x < -5) return -5;\n  if (x > 5) return 5;\n  return x;\n}',
  suite:
    "import { expect, test } from 'vitest';\nimport { limit } from './solution';\ntest('it', () => { expect(limit(9)).toBe(5); expect(limit(2)).toBe(2); });",
  seed: 1,
  entryPoint: 'limit',
};

async function evidence(more: Partial<MutationEvidenceOptions>) {
  const found = await mutationEvidence(sandbox(), candidate, { limits, most: 60, ...more });
  if (!found.ok) throw new Error(found.fault.message);
  if (found.value.kind !== 'scored') throw new Error(found.value.because);
  const { survived, uncovered, ...counts } = found.value;
  return { ...counts, open: [...survived, ...uncovered].map((one) => `${one.original} → ${one.replacement}`) };
}

test('mutants that no input tells from the solution are counted apart, and out of the score', async () => {
  const without = await evidence({});
  const { equivalent, open, score, killed } = await evidence({ inputs, seed: 1 });
  expect([without.equivalent, equivalent]).toEqual([0, 2]);
  expect(without.open.filter((one) => !open.includes(one))).toEqual(['x < -5 → x <= -5', 'x > 5 → x >= 5']);
  expect(without.score).toBe(round(killed / (killed + without.open.length)));
  expect(score).toBe(round(killed / (killed + open.length)));
  expect(score).toBeGreaterThan(without.score ?? 1);
});

test('the evidence is the same each time', async () => {
  expect(await evidence({ inputs, seed: 1 })).toEqual(await evidence({ inputs, seed: 1 }));
});

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
