const hidden = { value: undefined, writable: true, configurable: true };

/**
 * Stands for `globalThis` in core-js, which defines its classes there. The names are hidden that the realm may define
 * as getters which load this very module, and those by which core-js tells where it runs.
 */
export const privateGlobal: object = Object.create(globalThis, {
  URL: hidden,
  URLSearchParams: hidden,
  Buffer: hidden,
  process: hidden,
  fetch: hidden,
  Headers: hidden,
  Request: hidden,
}) as object;
