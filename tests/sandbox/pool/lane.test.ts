import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Lane } from '../../../sandbox/pool/lane.ts';
import type { Launch } from '../../../sandbox/pool/launch.ts';
import type { Outcome } from '../../../sandbox/types.ts';
import { job } from '../harness.ts';
import { fakeLaunch, judgingScript } from './fake-child.ts';

interface Found {
  readonly outcomes: readonly Outcome[];
  /** How many children were started. */
  readonly starts: number;
}

/** Sends jobs with these names, at once, to a lane whose children are started so. */
async function run(launches: readonly [Launch, ...Launch[]], ids: readonly string[]): Promise<Found> {
  const pids: number[] = [];
  const lane = new Lane({
    launches,
    packages: { p: 'export default 1;' },
    onPid: (pid) => void (pid > 0 && pids.push(pid)),
  });
  try {
    const outcomes = await Promise.all(ids.map((id) => lane.judge(job({ id }))));
    return { outcomes, starts: pids.length };
  } finally {
    await lane.close();
    expect(pids.filter(isAlive)).toEqual([]);
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const judged = { ok: true, report: { kind: 'tampered', what: 'fake' } };
const crashed = { ok: true, report: { kind: 'stopped', limit: 'crash' } };

/** What a job of the name `bad` makes the child do before it is answered. */
const whenBad = (trick: string): string =>
  judgingScript(`while (jobs.length > 0 && jobs[0].id !== 'bad') { jobs.shift(); judge(tickets.shift()); }
    if (jobs.length > 0) { ${trick} }`);

test.each([
  ['text that is no JSON', "write(frame('{'));"],
  [
    'an answer of no known shape',
    "say({ kind: 'ended', ticket: tickets[0], report: { kind: 'accepted' }, durationMs: 0 });",
  ],
  ['a ticket that is not at work', "say({ kind: 'ended', ticket: tickets.at(-1) + 1, report, durationMs: 0 });"],
  ['that it is ready a second time', "say({ kind: 'ready' });"],
  ['that an endless frame follows', 'write(Buffer.from([255, 255, 255, 255, 0]));'],
  ['bytes without an end', 'const junk = Buffer.alloc(65536, 255); for (;;) write(junk);'],
  ['errors without an end', "const junk = 'x'.repeat(65536); for (;;) writeSync(2, junk);"],
])(
  'a child that says %s is killed, which is a crash of the job at work and nobody else’s',
  async (_name, trick) => {
    const { outcomes } = await run([fakeLaunch(whenBad(`${trick} return;`))], ['a', 'bad', 'c', 'd']);
    expect(outcomes).toMatchObject([judged, crashed, judged, judged]);
  },
  30_000,
);

test('a child is sent the packages before anything else', async () => {
  const script = `onMessage((message, nth) => {
    if (nth === 0) return message.packages.p === 'export default 1;' ? say({ kind: 'ready' }) : process.exit(1);
    for (const { ticket } of message.jobs) judge(ticket);
  });`;
  expect((await run([fakeLaunch(script)], ['a'])).outcomes).toMatchObject([judged]);
});

test('a child that cannot start makes a fault of what waits, and is not tried for ever', async () => {
  const { outcomes, starts } = await run([fakeLaunch("console.error('no such thing'); process.exit(7);")], ['a', 'b']);
  const fault = {
    code: 'child-unusable',
    retryable: false,
    message: expect.stringMatching(/7.*no such thing/s) as unknown,
  };
  expect(outcomes).toMatchObject([
    { ok: false, fault },
    { ok: false, fault },
  ]);
  expect(starts).toBe(3);
}, 30_000);

test('a program that is not there is a fault too', async () => {
  const launch: Launch = { file: '/nowhere/node', args: [], env: {}, isWrapped: false };
  expect((await run([launch], ['a'])).outcomes).toMatchObject([{ ok: false, fault: { code: 'child-unusable' } }]);
});

test.each([false, true])(
  'a process that a dead child leaves behind holds up nobody (detached: %s)',
  async (isDetached) => {
    const options = `{ detached: ${String(isDetached)}, stdio: ['ignore', 'ignore', 2, 3] }`;
    const trick = `(await import('node:child_process')).spawn('sleep', ['5'], ${options}).on('spawn', () => process.exit(1)); return;`;
    const script = whenBad(trick).replace('(message) =>', 'async (message) =>');
    const { outcomes } = await run([fakeLaunch(script)], ['a', 'bad', 'c']);
    expect(outcomes).toMatchObject([judged, crashed, judged]);
  },
  30_000,
);

test('a child that the permission model denies what it needs is started without', async () => {
  const denied = fakeLaunch("throw Object.assign(new Error('denied'), { code: 'ERR_ACCESS_DENIED' });");
  const { outcomes, starts } = await run([denied, fakeLaunch(judgingScript(''))], ['a']);
  expect(outcomes).toMatchObject([judged]);
  expect(starts).toBe(2);
});

test('a job that the machine gave no time is tried again alone, and then it is a fault', async () => {
  const starve = 'judgeStarved(tickets.shift()); jobs.shift();';
  const script = `const judgeStarved = (ticket) => say({ kind: 'ended', ticket, report: 'starved', durationMs: 0 });${whenBad(starve)}`;
  const { outcomes } = await run([fakeLaunch(script)], ['a', 'bad', 'c']);
  expect(outcomes).toMatchObject([judged, { ok: false, fault: { code: 'machine-stalled', retryable: true } }, judged]);
}, 30_000);

test('a job whose child is stopped by a signal every time ends as a fault, and holds up nobody', async () => {
  const { outcomes, starts } = await run(
    [fakeLaunch(whenBad("process.kill(process.pid, 'SIGSTOP');"))],
    ['a', 'bad', 'c'],
  );
  expect(outcomes).toMatchObject([judged, { ok: false, fault: { code: 'child-killed', retryable: true } }, judged]);
  expect(starts).toBeGreaterThanOrEqual(5);
}, 30_000);

test('a child is replaced after a job that was stopped', async () => {
  const stop =
    "say({ kind: 'ended', ticket: tickets.shift(), report: { kind: 'stopped', side: 'solution', limit: 'cpu' }, durationMs: 1 });";
  const { outcomes, starts } = await run([fakeLaunch(whenBad(stop))], ['bad', 'b']);
  expect(outcomes).toMatchObject([{ ok: true, report: { limit: 'cpu', side: 'solution' } }, judged]);
  expect(starts).toBeGreaterThanOrEqual(1);
});
