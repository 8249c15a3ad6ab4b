import { chmodSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { credentialsFrom } from '../../../src/config/credentials.ts';
import { configOf } from '../support/examples.ts';
import { tempFile } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

const base_url = 'https://models.example.com/v1';
const paid = configOf({ endpoint: { model: 'm', api_key_env: 'MY_KEY', base_url } });

function keyFile(text: string, mode: number): string {
  const path = tempFile('key', text);
  chmodSync(path, mode);
  return path;
}

describe('credentialsFrom', () => {
  test('has the value of the variable that the configuration names', () => {
    const found = credentialsFrom(paid, { MY_KEY: 'secret', OPENAI_API_KEY: 'other' }).get('default');
    expect(found).toEqual({
      apiKey: 'secret',
      keySource: 'the environment variable MY_KEY',
      headers: {},
      secrets: ['secret'],
    });
  });

  test('has no key where none is named, and never one for the offline model', () => {
    expect(credentialsFrom(configOf(), { OPENAI_API_KEY: 'other' }).get('default')).toEqual({
      headers: {},
      secrets: [],
    });
    const offline = configOf({ endpoint: { kind: 'offline', model: 'm', api_key_env: 'MY_KEY' } });
    expect(credentialsFrom(offline, { MY_KEY: 'secret' }).get('default')).toEqual({ headers: {}, secrets: [] });
  });

  test.each([{}, { MY_KEY: '' }])('refuses %j and names the variable', (environment) => {
    const error = thrown(() => credentialsFrom(paid, environment));
    expect(error).toMatchObject({ code: 'key-missing', exit: 2 });
    expect(error.message).toContain('MY_KEY (api_key_env of the endpoint default) is not set');
    expect(error.message).toContain(base_url);
  });

  test('has the key of a file that is its owner’s alone', () => {
    const path = keyFile('secret\n', 0o600);
    const config = configOf({ endpoint: { model: 'm', api_key_file: path } });
    expect(credentialsFrom(config, {}).get('default')).toMatchObject({
      apiKey: 'secret',
      keySource: `the file ${path}`,
    });
  });

  test.each([
    ['secret', 0o644, 'key-exposed', 'chmod 600'],
    [' \n', 0o600, 'key-missing', 'is empty'],
  ])('refuses a file that holds %j with mode %o', (text, mode, code, message) => {
    const config = configOf({ endpoint: { model: 'm', api_key_file: keyFile(text, mode) } });
    const error = thrown(() => credentialsFrom(config, {}));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('secret');
  });

  test('fills headers from the environment, which are secrets, and takes others as they are', () => {
    const headers = { 'x-team': 'data', 'x-key': { env: 'TEAM_KEY' } };
    const config = configOf({
      endpoint: { model: 'm' },
      endpoints: [{ model: 'n', name: 'other', headers }],
    });
    expect(credentialsFrom(config, { TEAM_KEY: 'hidden' }).get('other')).toEqual({
      headers: { 'x-team': 'data', 'x-key': 'hidden' },
      secrets: ['hidden'],
    });
    expect(thrown(() => credentialsFrom(config, {})).message).toContain(
      'TEAM_KEY (headers.x-key of the endpoint other)',
    );
  });
});
