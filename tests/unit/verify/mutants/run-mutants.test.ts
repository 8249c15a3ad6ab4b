import { expect, test } from 'vitest';
import { runMutants } from '../../../../src/verify/mutants/run-mutants.ts';
import type { Job, Outcome } from '../../../../sandbox/index.ts';

const candidate = { solution: 'the solution', suite: 'the suite', seed: 1 };
const limits = { cpuMs: 100, memoryMb: 64, outputKb: 32 };
const ids = Array.from({ length: 40 }, (_, at) => String(at));

/** A sandbox whose child some mutants end. */
function sandboxWith(fatal: readonly string[]) {
  const jobs: Job[] = [];
  const submit = async (job: Job): Promise<Outcome> => {
    jobs.push(job);
    const { mutants = [] } = job;
    if (mutants.some((id) => fatal.includes(id))) {
      return { ok: true, durationMs: 1, report: { kind: 'stopped', side: 'solution', limit: 'crash' } };
    }
    const killed = mutants.map((id) => ({ id, outcome: 'killed', by: 'a' }) as const);
    const tests = [{ name: 'a', outcome: 'passed' } as const];
    return {
      ok: true,
      durationMs: 1,
      report: { kind: 'ran', isolation: 'separate-isolates', tests, console: '', mutants: killed },
    };
  };
  return { jobs, submit };
}

async function outcomesWith(fatal: readonly string[]) {
  const sandbox = sandboxWith(fatal);
  const results = await runMutants(sandbox, { candidate, code: 'the code', ids, limits });
  if (!results.ok || results.value.kind !== 'judged') throw new Error(JSON.stringify(results));
  const having = (wanted: string): readonly string[] =>
    results.ok && results.value.kind === 'judged'
      ? results.value.mutants.filter(({ outcome }) => outcome === wanted).map(({ id }) => id)
      : [];
  return {
    jobs: sandbox.jobs.length,
    stopped: having('stopped'),
    killed: having('killed'),
    unjudged: having('unjudged'),
  };
}

test('one job does where nothing ends it', async () => {
  expect(await outcomesWith([])).toEqual({ jobs: 1, stopped: [], killed: ids, unjudged: [] });
});

test('a mutant that ends the whole job is found, and the others are judged', async () => {
  const found = await outcomesWith(['17']);
  expect(found).toMatchObject({ stopped: ['17'], unjudged: [] });
  expect(found.killed).toHaveLength(39);
  expect(found.jobs).toBeLessThan(16);
});

test('where many do, no more than so many jobs are made', async () => {
  const found = await outcomesWith(ids.filter((id) => Number(id) % 2 === 0));
  expect(found.jobs).toBe(18);
  expect(found.stopped.length + found.killed.length + found.unjudged.length).toBe(40);
  expect(found.unjudged).not.toEqual([]);
});

test('a solution that is stopped as it is has no mutants', async () => {
  const stopped = { ok: true, durationMs: 1, report: { kind: 'stopped', side: 'solution', limit: 'cpu' } } as const;
  const results = await runMutants(
    { submit: () => Promise.resolve(stopped) },
    { candidate, code: 'the code', ids, limits },
  );
  expect(results).toEqual({ ok: true, value: { kind: 'unscored', because: 'the instrumented solution is stopped' } });
});
