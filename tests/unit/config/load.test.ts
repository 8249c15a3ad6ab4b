import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundled } from '../../../src/config/bundled.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { configOf } from '../support/examples.ts';
import { tempFile } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

const file = (text: string): string => tempFile('winnow.yaml', text);
const endpoint = 'endpoint:\n  model: m\n';

describe('loadConfig', () => {
  test('takes the bundled configuration where none is named: offline, with replies and seeds that are there', () => {
    const config = loadConfig(undefined, {});
    expect(config.endpoint).toMatchObject({ kind: 'offline', api_key_env: null, replies: bundled.replies });
    expect(config.seeds).toMatchObject({ path: null, tags: ['offline'] });
    expect([bundled.config, bundled.seeds, bundled.replies].every((path) => existsSync(path))).toBe(true);
  });

  test('fills in the defaults', () => {
    const path = file(endpoint);
    const config = loadConfig(path, {});
    expect(config).toEqual({
      ...configOf(),
      endpoint: { ...configOf().endpoint, replies: bundled.replies },
      guest: { packages: [], folders: [dirname(path), resolve('.')] },
    });
    expect(config).toMatchObject({ seed: 1, target: null, verify: { types: 'strict', repeat: 2, timeout_ms: 3000 } });
  });

  test('reads paths relative to the file', () => {
    const path = file(
      'endpoint:\n  model: m\n  replies: ../replies\nseeds:\n  path: my/seeds\nguest:\n  folders: [app, .]\n',
    );
    const config = loadConfig(path, {});
    expect(config.seeds.path).toBe(join(dirname(path), 'my', 'seeds'));
    expect(config.endpoint.replies).toBe(join(dirname(dirname(path)), 'replies'));
    expect(config.guest.folders).toEqual([join(dirname(path), 'app'), dirname(path), resolve('.')]);
  });

  test('lays the flags over the file, their paths relative to where the command runs', () => {
    const path = file(
      'seed: 5\ntarget: 10\nbudget: { usd: 1 }\nseeds: { path: here, tags: [t] }\nendpoint: { model: m, price: { input_per_million: 1, output_per_million: 1 } }\n',
    );
    const config = loadConfig(path, { seed: 0, target: 3, seeds: 'there', budgetUsd: 0, profile: 'strict' });
    expect(config).toMatchObject({ seed: 0, target: 3, budget: { usd: 0 }, seeds: { tags: ['t'] } });
    expect(config.verify.profile).toBe('strict');
    expect(config.seeds.path).toBe(resolve('there'));
    expect(loadConfig(path, {})).toMatchObject({ seed: 5, target: 10, budget: { usd: 1 } });
  });

  test.each([
    ['an unknown key, at its line', `${endpoint}tarmget: 3\n`, ':3: Unrecognized key: "tarmget"'],
    ['an unknown nested key', `${endpoint}verify:\n  timeout: 3\n`, ':4: verify: Unrecognized key: "timeout"'],
    ['no model', 'endpoint:\n  kind: openai\n', ':1: endpoint.model: '],
    ['an address that is no URL', 'endpoint:\n  model: m\n  base_url: localhost\n', ':3: endpoint.base_url: '],
    ['an address of another protocol', 'endpoint:\n  model: m\n  base_url: ftp://x/v1\n', ':3: endpoint.base_url: '],
    ['a count of zero', `${endpoint}target: 0\n`, ':3: target: '],
    ['a fraction', `${endpoint}seed: 1.5\n`, ':3: seed: '],
    [
      'splits that do not add up',
      `${endpoint}export:\n  splits: { train: 0.5 }\n`,
      ':4: export.splits: splits must add',
    ],
    ['a type check that there is not', `${endpoint}verify:\n  types: lax\n`, ':4: verify.types: '],
  ])('refuses %s', (_what, text, expected) => {
    const path = file(text);
    const error = thrown(() => loadConfig(path, {}));
    expect(error).toMatchObject({ code: 'config-invalid', exit: 2 });
    expect(error.message.slice(0, path.length + expected.length)).toBe(`${path}${expected}`);
  });

  test.each([
    ['in the file', `${endpoint}budget:\n  usd: 3\n`, {}],
    ['as a flag', endpoint, { budgetUsd: 3 }],
  ])('refuses a budget in dollars %s for a model without a price', (_where, text, overrides) => {
    expect(thrown(() => loadConfig(file(text), overrides))).toMatchObject({ code: 'price-missing', exit: 2 });
  });

  test('says that a file is not there', () => {
    expect(thrown(() => loadConfig('/no/such.yaml', {})).message).toContain(
      'Cannot read the configuration /no/such.yaml: there is no such file',
    );
  });
});

describe('endpoints', () => {
  const file = (text: string): string => tempFile('winnow.yaml', `endpoint: {model: m}\n${text}`);

  test.each([
    ['endpoints: [{model: n}]', 'Two endpoints have the name default'],
    ['routes: {solve: {teacher: 1}}', 'routes.solve names teacher, but endpoints are: default.'],
    ['routes: {solve: {default: 0}}', 'routes.solve gives no endpoint a weight above 0.'],
    ['routes: {solved: {default: 1}}', 'routes: Unrecognized key: "solved"'],
    [
      'endpoints: [{model: n, name: other, price: {input_per_million: 1, output_per_million: 1}}]\nbudget: {usd: 1}',
      'price of m',
    ],
  ])('are refused where they do not fit: %s', (text, message) => {
    expect(thrown(() => loadConfig(file(text), {})).message).toContain(message);
  });

  test('may be several, with a share of each stage', () => {
    const config = loadConfig(
      file('endpoints: [{model: n, name: other}]\nroutes: {solve: {default: 3, other: 1}}'),
      {},
    );
    expect(config.routes).toEqual({ solve: { default: 3, other: 1 } });
    expect(config.endpoints).toMatchObject([{ name: 'other', model: 'n' }]);
  });
});
