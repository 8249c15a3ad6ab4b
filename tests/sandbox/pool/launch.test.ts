import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { launchOf } from '../../../sandbox/pool/launch.ts';

const script = `
  import { execFileSync } from 'node:child_process';
  import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
  const codeOf = (work) => { try { work(); return 'done'; } catch (error) { return error.code; } };
  console.log(JSON.stringify({
    read: codeOf(() => readFileSync('/etc/hostname')),
    list: codeOf(() => readdirSync('/')),
    write: codeOf(() => writeFileSync('/tmp/by-the-child', '')),
    spawn: codeOf(() => execFileSync('true')),
    environment: Object.keys(process.env).toSorted(),
  }));`;

test('what runs in a child reads no file of the machine, writes none, starts nothing and sees no environment', () => {
  const { file, args, env } = launchOf({ outer: 'none', isRestricted: true });
  const flags = args.slice(0, -1);
  const told = execFileSync(file, [...flags, '--input-type=module', '-e', script], { env, encoding: 'utf8' });
  const denied = 'ERR_ACCESS_DENIED';
  expect(JSON.parse(told)).toEqual({
    read: denied,
    list: denied,
    write: denied,
    spawn: denied,
    environment: ['LC_ALL', 'TZ'],
  });
});
