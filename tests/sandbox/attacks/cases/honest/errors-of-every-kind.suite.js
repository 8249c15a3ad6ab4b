import { expect, test } from 'vitest';
import { AppError, attempt, fail, find, many, NotFound, overflow, raise, rethrow } from './solution';

test('its class', () => {
  expect(() => find('user')).toThrow(NotFound);
  expect(() => find('user')).toThrow(AppError);
  expect(() => find('user')).toThrow(Error);
  expect(() => find('user')).toThrow('no user');
  expect(() => find('user')).toThrow(/^no user$/);
  expect(() => find('user')).toThrow(expect.objectContaining({ code: 404, what: 'user' }));
  expect(() => find('user')).not.toThrow(TypeError);
});
test('its parts', () => {
  const { error } = attempt(() => find('x'));
  expect(error).toBeInstanceOf(NotFound);
  expect([error.name, error.code, error.cause.message, error.cause.cause]).toEqual(['NotFound', 404, 'inner', 'root']);
  expect(error.cause).toBeInstanceOf(RangeError);
  expect(error.stack).toContain('no x');
  expect(String(error)).toBe('NotFound: no x');
});
test('an error of the suite comes back the same', () => {
  const own = new TypeError('mine');
  const throwOwn = () => {
    throw own;
  };
  expect(attempt(throwOwn).error).toBe(own);
  expect(() => raise(own)).toThrow(own);
  let wrapped;
  try {
    rethrow(throwOwn);
  } catch (error) {
    wrapped = error;
  }
  expect(wrapped.cause).toBe(own);
});
test('no errors', async () => {
  expect(attempt(() => raise('text')).error).toBe('text');
  await expect(fail(undefined)).rejects.toBeUndefined();
  await expect(fail({ code: 7 })).rejects.toEqual({ code: 7 });
  await expect(fail(null)).rejects.toBe(null);
});
test('built-in ones', async () => {
  await expect(many()).rejects.toBeInstanceOf(AggregateError);
  await many().catch((error) => expect(error.errors.map((each) => each.message)).toEqual(['a', 'b']));
  expect(() => overflow()).toThrow(RangeError);
  expect(() => raise(new SyntaxError('s'))).toThrow(SyntaxError);
});
