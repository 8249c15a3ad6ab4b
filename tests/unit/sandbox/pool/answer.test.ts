import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxAnswerBytes, readAnswer } from '../../../../sandbox/pool/answer.ts';

const counterexample = { values: '[0]', seed: 1, path: '0:1', shrinks: 1 };
const tests = [
  { name: 'a', outcome: 'passed' },
  { name: 'b', outcome: 'failed', message: 'no', counterexample },
];
const ran = { kind: 'ran', isolation: 'same-realm', tests, console: '' };
const ended = { kind: 'ended', ticket: 1, durationMs: 0.5 };

test.each([
  { kind: 'ready' },
  { ...ended, report: 'starved' },
  { ...ended, report: ran },
  { ...ended, report: { kind: 'malformed', side: 'suite', stage: 'link', message: 'm' } },
  { ...ended, report: { kind: 'stopped', side: 'unknown', limit: 'memory' } },
  { ...ended, report: { kind: 'tampered', what: 'w' } },
])('an answer is taken as it is: %j', (answer) => {
  expect(readAnswer(JSON.stringify(answer))).toEqual(answer);
});

test.each([
  null,
  [],
  'ready',
  { kind: 'started', ticket: 1 },
  { ...ended, report: null },
  { ...ended, report: 'accepted' },
  { ...ended, ticket: '1', report: 'starved' },
  { ...ended, ticket: 0.5, report: 'starved' },
  { ...ended, durationMs: null, report: 'starved' },
  { ...ended, report: { ...ran, tests: {} } },
  { ...ended, report: { ...ran, tests: [{ name: 'a', outcome: 'accepted' }] } },
  { ...ended, report: { ...ran, tests: [{ name: 1, outcome: 'passed' }] } },
  { ...ended, report: { ...ran, tests: [{ name: 'a', outcome: 'passed', message: {} }] } },
  {
    ...ended,
    report: { ...ran, tests: [{ name: 'a', outcome: 'failed', counterexample: { ...counterexample, seed: '1' } }] },
  },
  { ...ended, report: { ...ran, console: ['x'] } },
  { ...ended, report: { kind: 'stopped', side: 'nobody', limit: 'cpu' } },
  { ...ended, report: { kind: 'stopped', side: 'suite', limit: 'patience' } },
])('what is no answer is not taken: %j', (value) => {
  expect(readAnswer(JSON.stringify(value))).toBeUndefined();
});

test('nothing that is said makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readAnswer(text)).toBeUndefined();
    }),
  );
});

test('a report that fills its limit with what JSON writes longest fits in an answer', () => {
  const limits = { cpuMs: 1, memoryMb: 1, outputKb: 16 };
  const report = { ...ran, console: '\u0000'.repeat(16 * 1024) };
  expect(Buffer.byteLength(JSON.stringify({ ...ended, report }))).toBeLessThan(maxAnswerBytes({ limits }));
});
