import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readBatch, readProgram, readWait } from '../../../../src/serve/judge/request.ts';

const least = { program: 'let a = 1', tests: ['assert(a)'] };

describe('a request for one program', () => {
  test('is read with its defaults', () => {
    expect(readProgram(least)).toEqual({ ok: true, value: { ...least, language: 'ts' } });
  });

  test('may hold one test as a text, null for what is left out, and fields that mean nothing here', () => {
    const body = { ...least, tests: 'assert(a)', max_execution_time: null, entry_point: null, dataset: 'x' };
    expect(readProgram(body)).toEqual({ ok: true, value: { ...least, language: 'ts' } });
  });

  test('gives its limits in seconds', () => {
    const body = {
      ...least,
      max_execution_time: 1.5,
      max_wait: 0,
      entry_point: 'f',
      test_style: 'jest',
      language: 'js',
    };
    expect(readProgram(body)).toEqual({
      ok: true,
      value: { ...least, cpuMs: 1500, maxWaitMs: 0, entryPoint: 'f', style: 'jest', language: 'js' },
    });
  });

  test.each([
    [3, 'the body must be a JSON object with program and tests'],
    [null, 'the body must be a JSON object with program and tests'],
    [{ tests: ['x'] }, 'program must be a text'],
    [{ program: '' }, 'tests must be a text or an array of texts'],
    [{ program: '', tests: [] }, 'tests must hold at least one test'],
    [{ program: '', tests: ['x', ' \n'] }, 'tests[1] must not be empty'],
    [{ program: '', tests: '' }, 'tests[0] must not be empty'],
    [{ program: '', tests: ['x', 3] }, 'tests[1] must be a string'],
    [{ ...least, max_execution_time: 0 }, 'max_execution_time must be more than 0'],
    [{ ...least, max_execution_time: '1' }, 'max_execution_time must be a number of seconds'],
    [{ ...least, max_wait: -1 }, 'max_wait must not be negative'],
    [{ ...least, language: 'python' }, "language must be 'ts' or 'js'"],
    [{ ...least, test_style: 'mocha' }, 'test_style must be one of vitest, jest, assert, console.assert, throw'],
  ])('%j is refused: %s', (body, problem) => {
    expect(readProgram(body)).toEqual({ ok: false, problem });
  });

  property.prop([fc.anything()])('is read or refused in words, whatever comes', (body) => {
    const read = readProgram(body);
    if (!read.ok) expect(read.problem).toMatch(/\w/u);
  });
});

describe('a request for several programs', () => {
  test('names the place of what is wrong', () => {
    expect(readBatch([least, { ...least, tests: ['x', null] }])).toEqual({
      ok: false,
      problem: '[1].tests[1] must be a string',
    });
    expect(readBatch([])).toEqual({ ok: false, problem: 'the body must hold at least one program' });
    expect(readBatch(least)).toMatchObject({ ok: false });
  });
});

describe('the header of how long to wait', () => {
  test.each([
    [undefined, undefined],
    ['2.5', 2500],
    ['0', 0],
  ])('%s', (header, value) => {
    expect(readWait(header)).toEqual({ ok: true, value });
  });

  test.each(['', 'soon', '-1', 'Infinity', '1e9'])('refuses %j', (header) => {
    expect(readWait(header)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^the header x-max-wait must/u),
    });
  });
});
