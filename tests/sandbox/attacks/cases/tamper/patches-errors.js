// expects: refuted-throughout — errors that say nothing, and a hook that sees every stack
globalThis.Error =
  globalThis.TypeError =
  globalThis.RangeError =
    function () {
      return { message: '', stack: '', footprint: Symbol.for('fast-check/PreconditionFailure') };
    };
Error.captureStackTrace = () => {};
Error.prepareStackTrace = () => ({ footprint: Symbol.for('fast-check/PreconditionFailure') });
Error.stackTraceLimit = 0;
export const sum = () => {
  throw new Error('x');
};
