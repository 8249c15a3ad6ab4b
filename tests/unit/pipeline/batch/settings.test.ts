import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeSettings, decisiveSettings } from '../../../../src/pipeline/batch/settings.ts';
import { noPackages } from '../../../../src/pipeline/guest-packages.ts';
import { tempFile } from '../../support/temp-dir.ts';
import { thrown } from '../../support/thrown.ts';

const file = (verify: string): string =>
  tempFile('winnow.yaml', `seed: 9\nendpoint: { model: m }\nverify: ${verify}\n`);

describe('judgeSettings', () => {
  test('has the documented defaults', () => {
    expect(judgeSettings({})).toEqual({
      limits: { cpuMs: 3000, memoryMb: 128, outputKb: 256, repeat: 1 },
      types: { ts: 'strict', js: 'off' },
      seed: 1,
      concurrency: availableParallelism(),
      packages: noPackages,
    });
  });

  test('takes them from a configuration file, and flags before it', () => {
    const config = file('{ timeout_ms: 10, memory_mb: 20, repeat: 3, types: off, concurrency: 5 }');
    const found = { names: [], folders: [dirname(config), process.cwd()], labels: [] };
    expect(judgeSettings({ config })).toEqual({
      limits: { cpuMs: 10, memoryMb: 20, outputKb: 256, repeat: 3 },
      types: { ts: 'off', js: 'off' },
      seed: 9,
      concurrency: 5,
      packages: found,
    });
    const flags = { timeoutMs: 1, memoryMb: 16, repeat: 2, types: 'strict', concurrency: 6, seed: 0 } as const;
    expect(judgeSettings({ config, ...flags })).toEqual({
      limits: { cpuMs: 1, memoryMb: 16, outputKb: 256, repeat: 2 },
      types: { ts: 'strict', js: 'strict' },
      seed: 0,
      concurrency: 6,
      packages: found,
    });
  });

  test('checks JavaScript for types only where a flag says so', () => {
    expect(judgeSettings({ config: file('{ types: strict }') }).types).toEqual({ ts: 'strict', js: 'off' });
  });

  test('names the place of a mistake', () => {
    expect(thrown(() => judgeSettings({ config: file('{ typse: off }') })).message).toMatch(/winnow\.yaml:3: .*typse/u);
  });
});

test('the settings that decide name everything but what cannot change a verdict', () => {
  const one = decisiveSettings(judgeSettings({ concurrency: 1 }));
  expect(one).toEqual(decisiveSettings(judgeSettings({ concurrency: 2 })));
  const changes = [{ timeoutMs: 1 }, { memoryMb: 16 }, { repeat: 2 }, { seed: 2 }, { types: 'off' }] as const;
  for (const change of changes) expect(decisiveSettings(judgeSettings(change))).not.toEqual(one);
  expect(Object.keys(one)).toContain('version of isolated-vm');
  const config = tempFile('winnow.yaml', 'endpoint: { model: m }\nguest: { packages: [lodash, js-md5] }\n');
  const lodash = decisiveSettings(judgeSettings({ config, repeat: 1 }));
  expect(lodash).toMatchObject({
    'guest.packages': expect.stringMatching(/^js-md5@[\d.]+, lodash@[\d.]+$/u) as string,
  });
  expect(one).toMatchObject({ 'guest.packages': 'none' });
});
