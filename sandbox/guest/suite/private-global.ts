/**
 * Stands for `globalThis` in the bundled `@vitest/expect`: its matchers and state hang there under registered symbols,
 * where a solution could find and change them.
 */
export const privateGlobal: Record<PropertyKey, unknown> = { Symbol, Object, Error, WeakRef };
