import { describe, getOwnPropertyDescriptor, getPrototypeOf } from './natives.ts';

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Whether a function was called as a member of its module, which is no `this` that it could know. */
export function isNamespace(self: unknown): boolean {
  if (typeof self !== 'object' || self === null) return false;
  return getPrototypeOf(self) === null && getOwnPropertyDescriptor(self, Symbol.toStringTag)?.value === 'Module';
}

/** Makes sure that the message of something thrown is text: those who look for words in it rely on that. */
export function giveTextMessage(thrown: object): void {
  if (!('message' in thrown) || typeof thrown.message === 'string') return;
  describe(thrown, 'message', { value: '', writable: true, enumerable: false, configurable: true });
}
