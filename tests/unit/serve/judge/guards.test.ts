import { describe, expect, test } from 'vitest';
import { isAuthorised, isJson, isLoopback } from '../../../../src/serve/judge/guards.ts';

describe('a bearer token', () => {
  test('is taken only as it is', () => {
    expect(isAuthorised('Bearer secret', 'secret')).toBe(true);
    for (const header of [undefined, '', 'secret', 'Bearer', 'Bearer secre', 'Bearer secret ', 'bearer secret']) {
      expect(isAuthorised(header, 'secret')).toBe(false);
    }
  });
});

describe('an address', () => {
  test('of this machine alone', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '', '10.0.0.1', '127.0.0.1.example.org', 'example.org'].some(isLoopback)).toBe(false);
  });
});

describe('a body', () => {
  test('is JSON where it says so', () => {
    expect(['application/json', 'Application/JSON; charset=utf-8'].every(isJson)).toBe(true);
    expect([undefined, '', 'text/plain', 'application/jsonp', 'text/json'].some(isJson)).toBe(false);
  });
});
