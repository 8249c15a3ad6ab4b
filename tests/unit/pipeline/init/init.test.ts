import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../../../src/config/load.ts';
import { isLocal } from '../../../../src/pipeline/local-address.ts';
import { endpointName, parseBudget, type Answers } from '../../../../src/pipeline/init/answers.ts';
import { composeConfig } from '../../../../src/pipeline/init/compose-config.ts';
import { findServers, modelsAt } from '../../../../src/pipeline/init/find-servers.ts';
import { writeProject } from '../../../../src/pipeline/init/write-project.ts';
import { readSeeds } from '../../../../src/seeds/read.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { localEndpoint } from '../doctor/local-endpoint.ts';

const answers: Answers = {
  endpoint: { name: 'ollama', baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen', apiKeyEnv: null },
  seeds: null,
  target: 100,
  budget: null,
};

function loaded(text: string): ReturnType<typeof loadConfig> {
  const path = join(tempDir(), 'winnow.config.yaml');
  writeFileSync(path, text);
  return loadConfig(path, {});
}

describe('a composed configuration', () => {
  const word = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');

  property.prop([
    fc.record({
      endpoint: fc.record({
        name: word,
        baseUrl: fc.webUrl({ validSchemes: ['http', 'https'] }),
        model: word,
        apiKeyEnv: fc.option(word),
      }),
      seeds: fc.option(word),
      target: fc.integer({ min: 1, max: 1e9 }),
      budget: fc.option(
        fc.record({
          usd: fc.nat(1000),
          price: fc.option(fc.record({ input: fc.nat(100), output: fc.nat(100) })),
        }),
      ),
    }),
  ])('loads back to its answers, whatever they are', (given) => {
    const { endpoint, seeds, target, budget } = loaded(composeConfig(given));
    expect([endpoint.name, endpoint.base_url, endpoint.model, endpoint.api_key_env]).toEqual([
      given.endpoint.name,
      given.endpoint.baseUrl,
      given.endpoint.model,
      given.endpoint.apiKeyEnv,
    ]);
    expect(target).toBe(given.target);
    expect(seeds.path).not.toBeNull();
    expect(budget.usd).toBe(given.budget?.price ? given.budget.usd : null);
  });

  test('has a line for editors, and comments that are valid when their mark is taken away', () => {
    const text = composeConfig(answers);
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/winnow\.schema\.json\n/u);
    const uncommented = text.replaceAll(
      /^( *)# (?=(?: *)(?:code|generate|solutions|evolve|critique|verify|profile|export|formats|price|budget|api_key_env):)/gmu,
      '$1',
    );
    expect(uncommented).not.toBe(text);
    const { generate, verify, endpoint, budget } = loaded(uncommented);
    expect([generate.solutions, verify.profile, endpoint.price?.input_per_million, budget.tokens]).toEqual([
      5,
      'balanced',
      0.4,
      10_000_000,
    ]);
  });
});

describe('answers', () => {
  test.each([
    ['5', { usd: 5, price: null }],
    [' $2.50 ', { usd: 2.5, price: null }],
    ['5 0.4 1.6', { usd: 5, price: { input: 0.4, output: 1.6 } }],
    ['5 at 0.4/1.6', { usd: 5, price: { input: 0.4, output: 1.6 } }],
    ['five', undefined],
    ['5 0.4', undefined],
    ['', undefined],
  ])('%s as a budget', (text, budget) => {
    expect(parseBudget(text)).toEqual(budget);
  });

  test('tell servers here from those that cost', () => {
    expect(
      ['http://localhost:1/v1', 'http://127.0.0.1/v1', 'http://192.168.1.5/v1', 'http://[::1]/v1'].map(isLocal),
    ).toEqual([true, true, true, true]);
    expect(
      ['https://api.openai.com/v1', 'https://10.example.com/v1', 'https://localhost.example.com'].map(isLocal),
    ).toEqual([false, false, false]);
  });

  test('name an endpoint as people do', () => {
    expect([endpointName('https://api.openai.com/v1'), endpointName('https://models.example.com/v1')]).toEqual([
      'openai',
      'models.example.com',
    ]);
  });
});

describe('a project', () => {
  test('has a configuration, its schema, and seeds that can be read', async () => {
    const folder = tempDir();
    const files = await writeProject({ folder, answers, force: false });
    expect(files).toEqual([
      'winnow.config.yaml',
      'winnow.schema.json',
      'problem-seeds/everyday.yaml',
      'problem-seeds/from-code.yaml',
      '.gitignore',
    ]);
    expect(readSeeds(join(folder, 'problem-seeds')).length).toBeGreaterThan(4);
    const schema = JSON.parse(readFileSync(join(folder, 'winnow.schema.json'), 'utf8')) as { properties: object };
    const keys = Object.keys(parse(readFileSync(join(folder, 'winnow.config.yaml'), 'utf8')) as object);
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(keys));
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('winnow-out/\n');
  });

  test('writes over nothing, unless told to', async () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'problem-seeds'));
    writeFileSync(join(folder, 'problem-seeds', 'everyday.yaml'), 'mine');
    await expect(writeProject({ folder, answers, force: false })).rejects.toThrow(
      /everyday\.yaml is there already, and nothing was written/u,
    );
    expect(existsSync(join(folder, 'winnow.config.yaml'))).toBe(false);
    await writeProject({ folder, answers, force: true });
    expect(readFileSync(join(folder, 'problem-seeds', 'everyday.yaml'), 'utf8')).toContain('topic: everyday');
  });

  test('is not begun beside a configuration of another kind', async () => {
    const folder = tempDir();
    writeFileSync(join(folder, 'winnow.config.ts'), 'export default {}');
    await expect(writeProject({ folder, answers, force: false })).rejects.toThrow(
      /winnow\.config\.ts is there already/u,
    );
  });

  test('with seeds of its own gets no others, and adds to what version control leaves alone', async () => {
    const folder = tempDir();
    writeFileSync(join(folder, '.gitignore'), 'node_modules');
    const files = await writeProject({ folder, answers: { ...answers, seeds: '../seeds' }, force: false });
    expect(files).toEqual(['winnow.config.yaml', 'winnow.schema.json', '.gitignore']);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('node_modules\nwinnow-out/\n');
    expect(await writeProject({ folder, answers: { ...answers, seeds: '../seeds' }, force: true })).not.toContain(
      '.gitignore',
    );
  });
});

describe('servers of this machine', () => {
  test('are found when they answer, with their models', async () => {
    await using server = await localEndpoint({ models: ['a', 'b'] });
    await using page = await localEndpoint({ page: true });
    const known = [server, page].map(({ url }, place) => ({
      name: `s${place}`,
      title: 'S',
      baseUrl: url,
      apiKeyEnv: null,
    }));
    const remote = { name: 'far', title: 'Far', baseUrl: 'https://far.example.com/v1', apiKeyEnv: 'K' };
    expect(await findServers([...known, remote])).toEqual([{ ...known[0], models: ['a', 'b'] }]);
  });

  test('that want a key say so without repeating it', async () => {
    await using server = await localEndpoint({ key: 'right' });
    const listed = await modelsAt(server.url, 'sk-wrong-key-12345678', 2000);
    expect(listed).toMatchObject({ ok: false, fault: { code: 'unauthorized' } });
    expect(JSON.stringify(listed)).not.toContain('sk-wrong-key-12345678');
  });
});
