/**
 * Knows which objects are proxies, which nothing in the language tells: those made in this realm go through a
 * constructor that takes note. A proxy crosses as a proxy, whose traps are asked at home.
 */
import { construct, defineProperty, RealProxy, weakGet, weakSet } from './natives.ts';

const targets = new WeakMap<object, object>();

/** What a proxy of this realm was made for; undefined for anything else. */
export function proxyTarget(object: object): object | undefined {
  return weakGet(targets as never, object) as object | undefined;
}

/** Makes a proxy of ours, known as none to `proxyTarget`. */
export function hiddenProxy<T extends object>(target: T, handler: ProxyHandler<T>): T {
  return construct(RealProxy, [target, handler]);
}

/** Replaces the realm's `Proxy` by one that takes note of what it makes. */
export function installProxy(): void {
  const revocable = RealProxy.revocable;
  const Noted = function Proxy(this: unknown, target: object, handler: ProxyHandler<object>): object {
    if (new.target === undefined) throw new TypeError("Constructor Proxy requires 'new'");
    const made = construct(RealProxy, [target, handler]);
    weakSet(targets, made, target);
    return made;
  };
  const properties = {
    revocable: (target: object, handler: ProxyHandler<object>) => {
      const made = revocable(target, handler);
      weakSet(targets, made.proxy, target);
      return made;
    },
    prototype: undefined,
  };
  for (const [key, value] of Object.entries(properties)) {
    defineProperty(Noted, key, { value, writable: key !== 'prototype', enumerable: false, configurable: false });
  }
  defineProperty(globalThis, 'Proxy', { value: Noted, writable: true, enumerable: false, configurable: true });
}
