import { describe, expect, test } from 'vitest';
import { refuseChanged, runSettings } from '../../../src/pipeline/settings.ts';
import { openWording } from '../../../src/pipeline/wording/wording.ts';
import { configOf, seedOf } from '../support/examples.ts';
import { thrown } from '../support/thrown.ts';

const seeds = [seedOf({ id: 'a/one' }), seedOf({ id: 'a/two' })];
const packages = ['lodash@4.18.1'];
const wording = openWording(configOf());
const before = runSettings(configOf(), seeds, packages, wording);
const price = { input_per_million: 1, output_per_million: 1 };

describe('runSettings', () => {
  test.each([
    ['the target', { target: 5 }],
    ['budgets', { budget: { usd: 1, tokens: 5 }, endpoint: { model: 'm', price } }],
    ['concurrency', { endpoint: { model: 'm', max_concurrency: 2 }, verify: { concurrency: 1 } }],
    [
      'the address, the key and the patience',
      {
        endpoint: { model: 'm', base_url: 'http://other/v1', api_key_env: 'K', timeout_ms: 1, attempts: 1 },
      },
    ],
    ['the transport', { endpoint: { model: 'm', transport: 'batch', batch: { size: 5 } } }],
    ['where packages are looked for', { guest: { folders: ['/elsewhere'] } }],
    ['where seeds come from', { seeds: { path: '/elsewhere', tags: ['t'] } }],
  ])('does not hold %s', (_what, changes) => {
    expect(runSettings(configOf(changes), seeds, packages, wording)).toEqual(before);
    expect(() => refuseChanged(before, runSettings(configOf(changes), seeds, packages, wording), 'DIR')).not.toThrow();
  });

  test.each([
    ['seed', { seed: 2 }],
    ['endpoint.model', { endpoint: { model: 'n' } }],
    ['endpoint.name', { endpoint: { model: 'm', name: 'n' } }],
    ['endpoint.kind', { endpoint: { model: 'm', kind: 'offline' } }],
    ['seeds.round_size', { seeds: { round_size: 2 } }],
    ['generate.solutions', { generate: { solutions: 2 } }],
    ['generate.suite_repairs', { generate: { suite_repairs: 1 } }],
    ['generate.temperature', { generate: { temperature: 0.1 } }],
    ['verify.types', { verify: { types: 'off' } }],
    ['verify.repeat', { verify: { repeat: 3 } }],
    ['verify.timeout_ms', { verify: { timeout_ms: 3 } }],
    ['verify.memory_mb', { verify: { memory_mb: 16 } }],
    ['curate.near_duplicate', { curate: { near_duplicate: 0.5 } }],
    ['backtranslate.per_task', { backtranslate: { per_task: 0 } }],
    ['export.splits', { export: { splits: { train: 0.8, validation: 0.1, test: 0.1 } } }],
  ])('holds %s, and a change of it is named', (name, changes) => {
    const error = thrown(() => refuseChanged(before, runSettings(configOf(changes), seeds, packages, wording), 'DIR'));
    expect(error).toMatchObject({ code: 'settings-changed', exit: 2 });
    const named = error.message.split('\n').filter((line) => line.startsWith('  '));
    expect(named).toHaveLength(1);
    expect(named[0]).toMatch(new RegExp(`^  ${name.replace('.', '\\.')}: was .*, is `, 'u'));
  });

  test('holds the versions of packages', () => {
    const updated = runSettings(configOf(), seeds, ['lodash@4.18.2'], wording);
    expect(() => refuseChanged(before, updated, 'DIR')).toThrow(
      'guest.packages: was ["lodash@4.18.1"], is ["lodash@4.18.2"]',
    );
  });

  test('holds the content of the selected seeds', () => {
    for (const other of [
      seeds.slice(1),
      [...seeds, seedOf({ id: 'a/three' })],
      [seedOf({ id: 'a/one', text: 'x' }), ...seeds.slice(1)],
    ]) {
      expect(() => refuseChanged(before, runSettings(configOf(), other, packages, wording), 'DIR')).toThrow(
        /seeds \(their content/u,
      );
    }
  });
});

describe('refuseChanged', () => {
  test('names every setting in which the runs differ, those that only one has too, and what to do', () => {
    const error = thrown(() =>
      refuseChanged({ a: 1, b: [1], gone: 'x', same: 0 }, { a: 2, b: [2], new: null, same: 0 }, 'DIR'),
    );
    expect(error.message.split('\n')).toEqual([
      'DIR holds a run with other settings:',
      '  a: was 1, is 2',
      '  b: was [1], is [2]',
      '  gone: was "x", is not set',
      'Go back to those, choose another --out, or begin anew with --fresh (stored replies are used again).',
    ]);
  });

  test('does not mind the order of keys, nor a value that went through JSON', () => {
    expect(() => refuseChanged({ b: { y: 1, x: 2 }, a: 1 }, { a: 1, b: { x: 2, y: 1 } }, 'DIR')).not.toThrow();
  });
});
