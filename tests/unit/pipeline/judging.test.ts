import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../src/core/fault.ts';
import type { TypeCheckJob } from '../../../src/core/ports.ts';
import { judgeLimits, storedJudge } from '../../../src/pipeline/judging.ts';
import { Stop } from '../../../src/pipeline/stop.ts';
import { openEmbeddedStore } from '../../../src/store/embedded.ts';
import { configOf } from '../support/examples.ts';
import { tempDir } from '../support/temp-dir.ts';

function opened() {
  const store = openEmbeddedStore(join(tempDir(), 'run.db'));
  onTestFinished(() => store.close());
  const checked: TypeCheckJob[] = [];
  let runs = 0;
  const judge = storedJudge({
    ports: {
      types: {
        check: (jobs) => {
          checked.push(...jobs);
          return Promise.resolve(jobs.map(() => ok([])));
        },
      },
      sandbox: {
        submit: () => {
          runs += 1;
          const tests = [{ name: 't', outcome: 'passed' }] as const;
          const report = { kind: 'ran', isolation: 'separate-isolates', tests, console: '' } as const;
          return Promise.resolve({ ok: true, report, durationMs: 1 });
        },
      },
    },
    limits: judgeLimits(configOf({ verify: { repeat: 1 } })),
    packages: {},
    store,
    stop: new Stop(),
  });
  return { judge, checked, runs: () => runs };
}

const candidate = { solution: 's', suite: 't', seed: 1 };

describe('storedJudge', () => {
  test('checks the types of TypeScript, and not those of JavaScript', async () => {
    const { judge, checked, runs } = opened();
    expect(await judge(candidate)).toMatchObject({ ok: true, value: { kind: 'accepted' } });
    expect(checked).toHaveLength(1);
    expect(await judge({ ...candidate, language: 'js' })).toMatchObject({ ok: true, value: { kind: 'accepted' } });
    expect([checked.length, runs()]).toEqual([1, 2]);
  });

  test('judges the same candidate once', async () => {
    const { judge, runs } = opened();
    expect(await judge(candidate)).toEqual(await judge(candidate));
    expect(runs()).toBe(1);
  });
});
