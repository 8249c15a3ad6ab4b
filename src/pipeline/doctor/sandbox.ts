import { isolation, openSandbox, type Job, type Report, type Sandbox } from '../../../sandbox/index.ts';
import { noPackages } from '../guest-packages.ts';
import { openJudge, type Judge } from '../batch/open-judge.ts';
import { attacks, type Attack } from './attacks.ts';
import { fine, note, problem, type Line } from './check.ts';
import { knownSet, knownSuite } from './known-set.ts';

const limits = { cpuMs: 500, memoryMb: 64, outputKb: 64 };
/** Long enough for a rate, and short enough to wait for. */
const measuredMs = 1500;
const underWay = 32;

/** Whether the sandbox holds what it must, tells right from wrong, and how fast it is. */
export async function checkSandbox(concurrency: number, signal: AbortSignal): Promise<readonly Line[]> {
  await using judge = await openJudge({ concurrency, packages: noPackages });
  return [
    await attackLine(judge.sandbox),
    await knownLine(judge, signal),
    await rateLine(judge, signal),
    await outerLine(),
  ];
}

/** What came of ten attacks; exported so that a sandbox that does not hold them can be tried. */
export async function attackLine(sandbox: Pick<Sandbox, 'submit'>): Promise<Line> {
  const tried = await Promise.all(
    attacks.map(async (attack) => ({ name: attack.name, end: await endOf(sandbox, attack) })),
  );
  const faults = tried.flatMap(({ end }) => (typeof end === 'object' ? [end.fault] : []));
  const [fault] = faults;
  if (fault !== undefined)
    return problem('attacks', `${faults.length} of ${attacks.length} could not be run: ${fault}`, unusable);
  const out = tried.filter(({ end }) => end === 'out').map(({ name }) => name);
  if (out.length === 0) return fine('attacks', `${attacks.length} of ${attacks.length} held (${isolation})`);
  const advice = 'Do not run code that you do not trust on this machine with Winnow, and report it.';
  return problem('attacks', `not held: ${out.join(', ')}`, advice);
}

const unusable =
  'The sandbox does not start here: its native add-on (isolated-vm) may be missing for this Node. Run npm ci again with install scripts allowed.';

async function endOf(
  sandbox: Pick<Sandbox, 'submit'>,
  { name, solution, suite, ends }: Attack,
): Promise<'held' | 'out' | { readonly fault: string }> {
  const outcome = await sandbox.submit(jobOf(`attack: ${name}`, solution, suite));
  return outcome.ok ? (isHeld(outcome.report, ends) ? 'held' : 'out') : { fault: outcome.fault.message };
}

function isHeld(report: Report, ends: Attack['ends']): boolean {
  if (ends === 'stopped') return report.kind === 'stopped';
  if (report.kind === 'tampered') return ends === 'refuted';
  if (report.kind !== 'ran' || report.tests.length === 0) return false;
  const hasPassed = report.tests.every((one) => one.outcome === 'passed');
  return hasPassed === (ends === 'held');
}

function jobOf(id: string, solution: string, suite: string): Job {
  return { id, solution, suite, language: 'ts', seed: 1, limits };
}

async function knownLine(judge: Judge, signal: AbortSignal): Promise<Line> {
  const judgeLimits = { ...limits, repeat: 1, types: 'strict' } as const;
  const wrong: string[] = [];
  for (const { name, solution, verdict } of knownSet) {
    const examined = await judge.examine({ solution, suite: knownSuite, seed: 1 }, judgeLimits, signal);
    const found = examined.ok ? examined.value.verdict.kind : `fault: ${examined.fault.message}`;
    if (found !== verdict) wrong.push(`${name}: ${found} instead of ${verdict}`);
  }
  if (wrong.length === 0) return fine('verdicts', `${knownSet.length} of ${knownSet.length} as they must be`);
  return problem(
    'verdicts',
    wrong.join('; '),
    'Verdicts of this machine are not to be trusted. Run npm ci again; if that does not help, report it.',
  );
}

async function rateLine({ examine }: Pick<Judge, 'examine'>, signal: AbortSignal): Promise<Line> {
  const [{ solution } = { solution: '' }] = knownSet;
  const suite = `import { expect, test } from 'vitest';\nimport { clamp } from './solution';\ntest('clamp', () => { expect(clamp(7, 0, 5)).toBe(5); });\n`;
  const judgeLimits = { ...limits, repeat: 1, types: 'off' } as const;
  let [judged, seed] = [0, 1];
  const begun = performance.now();
  const work = async (): Promise<void> => {
    while (performance.now() - begun < measuredMs) {
      const examined = await examine({ solution, suite, seed: (seed += 1) }, judgeLimits, signal);
      if (examined.ok) judged += 1;
    }
  };
  await Promise.all(Array.from({ length: underWay }, work));
  const rate = judged / ((performance.now() - begun) / 1000);
  return fine('speed', `${Math.round(rate)} small candidates a second`);
}

/** Namespaces round each child are a further wall where the machine has them. */
async function outerLine(): Promise<Line> {
  try {
    await using sandbox = disposable(await openSandbox({ concurrency: 1, outer: 'bwrap' }));
    const outcome = await sandbox.submit(jobOf('bwrap', 'export const f = () => 4;', attacks[5]?.suite ?? ''));
    if (outcome.ok && outcome.report.kind === 'ran') return fine('bubblewrap', 'works');
    return note('bubblewrap', 'is there, but starts nothing here', withoutBubblewrap);
  } catch {
    return note('bubblewrap', 'not there, or not allowed to make namespaces', withoutBubblewrap);
  }
}

const withoutBubblewrap =
  'Not needed: candidates are held by isolates in child processes. As a further wall, install bubblewrap (apt install bubblewrap) and open the sandbox in it (docs/sandbox.md).';

function disposable(sandbox: Sandbox): Sandbox & AsyncDisposable {
  return Object.assign(sandbox, { [Symbol.asyncDispose]: () => sandbox.close() });
}
