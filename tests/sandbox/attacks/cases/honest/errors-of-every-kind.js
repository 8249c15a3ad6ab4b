// expects: accepted — own error classes with codes and causes, aggregates, and things thrown that are no errors
export class AppError extends Error {
  constructor(message, { code, ...options } = {}) {
    super(message, options);
    this.name = this.constructor.name;
    this.code = code;
    Error.captureStackTrace?.(this, AppError);
  }
}
export class NotFound extends AppError {
  constructor(what) {
    super(`no ${what}`, { code: 404, cause: new RangeError('inner', { cause: 'root' }) });
    this.what = what;
  }
}
export const find = (what) => {
  throw new NotFound(what);
};
export const raise = (value) => {
  throw value;
};
export const fail = async (value) => {
  throw value;
};
export const many = () => Promise.any([Promise.reject(new Error('a')), Promise.reject(new TypeError('b'))]);
export const attempt = (f) => {
  try {
    return { ok: true, value: f() };
  } catch (error) {
    return { ok: false, error };
  }
};
export const rethrow = (f) => {
  try {
    f();
  } catch (error) {
    throw new AppError('wrapped', { cause: error, code: 1 });
  }
};
export const overflow = () => overflow() + 1;
