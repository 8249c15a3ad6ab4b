import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildNodeModules } from '../../../sandbox/guest/node/build.ts';
import { Catalogue } from '../../../sandbox/guest/node/catalogue.ts';
import { openRealm, type Realm } from './realm.ts';

interface Built {
  readonly directory: string;
  readonly catalogue: Catalogue;
}

/** The modules, built once for a file's tests. */
export function builtModules(): () => Built {
  let built: Built | undefined;
  beforeAll(async () => {
    const directory = mkdtempSync(join(tmpdir(), 'node-modules-'));
    await buildNodeModules(directory);
    built = { directory, catalogue: new Catalogue(directory) };
  });
  afterAll(() => {
    if (built !== undefined) rmSync(built.directory, { recursive: true });
  });
  return () => {
    if (built === undefined) throw new Error('the modules are not built yet');
    return built;
  };
}

/** One realm with these modules for all tests of a file. */
export function sharedRealm(): () => Realm {
  const built = builtModules();
  let realm: Realm | undefined;
  beforeAll(() => {
    realm = openRealm(built().catalogue);
  });
  afterAll(() => realm?.close());
  return () => {
    if (realm === undefined) throw new Error('the realm is not open yet');
    return realm;
  };
}
