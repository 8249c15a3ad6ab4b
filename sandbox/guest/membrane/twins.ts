/** Makes the twins of objects of the other realm, empty ones: `applyState` fills them. */
import type { Decoder } from './decoder.ts';
import {
  construct,
  create,
  deleteProperty,
  describe,
  RealArrayBuffer,
  RealDataView,
  RealDate,
  RealError,
  RealMap,
  RealObject,
  RealPromise,
  RealRegExp,
  RealSet,
  RealWeakMap,
  RealWeakSet,
  uncurry,
  views,
} from './natives.ts';
import type { Peer } from './peer.ts';
import { hiddenProxy } from './proxies.ts';
import type { Wire, WireNode } from './wire.ts';

interface Making {
  readonly peer: Peer;
  readonly decoder: Decoder;
}

export function makeTwin(node: WireNode, making: Making): object {
  const home = node[0];
  const kind = node[1];
  const payload = node[4];
  // As seen from here, what is the other side's has a negative number.
  const id = -home;
  switch (kind) {
    case 'array':
      return [];
    case 'object':
      return {};
    case 'function':
      return functionTwin(id, payload, making.peer);
    case 'map':
      return new RealMap();
    case 'set':
      return new RealSet();
    case 'date':
      return new RealDate(0);
    case 'regexp':
      return new RealRegExp(payload[0] as string, payload[1] as string);
    case 'error':
      return errorTwin();
    case 'buffer':
      return new RealArrayBuffer(payload.length);
    case 'view':
      return viewTwin(payload, making.decoder);
    case 'promise':
      return promiseTwin(home, making.peer);
    case 'iterator':
      return iteratorTwin(id, payload, making.peer);
    case 'proxy':
      return proxyTwin(id, payload[0] as string, making.peer);
    case 'boxed':
      return RealObject(making.decoder.value(payload[0])) as object;
    case 'weak':
      return payload[0] === 'WeakSet.prototype' ? new RealWeakSet() : new RealWeakMap();
  }
}

/** Only constructors get a function that `new` takes, as at home. */
function functionTwin(id: number, payload: readonly Wire[], peer: Peer): object {
  const name = payload[0];
  const length = payload[1];
  const isConstructor = payload[2] === true;
  const twin = isConstructor ? constructorTwin(id, peer) : methodTwin(id, peer);
  describe(twin, 'name', { value: name, configurable: true, enumerable: false, writable: false });
  describe(twin, 'length', { value: length, configurable: true, enumerable: false, writable: false });
  return twin;
}

function methodTwin(id: number, peer: Peer): object {
  return {
    method(this: unknown, ...args: unknown[]): unknown {
      return peer.call(id, this, args);
    },
  }.method;
}

function constructorTwin(id: number, peer: Peer): object {
  const twin = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return peer.call(id, this, args);
    const isOwn = (new.target as unknown) === twin;
    return peer.construct(id, args, isOwn ? undefined : (new.target as { prototype: object }).prototype);
  };
  return twin;
}

function errorTwin(): object {
  const error = new RealError();
  deleteProperty(error, 'stack');
  deleteProperty(error, 'message');
  return error;
}

function viewTwin(payload: readonly Wire[], decoder: Decoder): object {
  const parts = decoder.values(payload);
  const name = parts[0] as string;
  const View = name === 'DataView' ? RealDataView : views[name];
  if (View === undefined) throw new TypeError(`there is no ${name}`);
  return construct(View as never, [parts[1], parts[2], parts[3]]) as object;
}

/** The twin settles when the other side tells how the original ended. */
function promiseTwin(id: number, peer: Peer): object {
  return new RealPromise((resolve, reject) => peer.expect(id, { resolve, reject }));
}

/** An iterator that only the engine can advance is advanced at home. */
function iteratorTwin(id: number, payload: readonly Wire[], peer: Peer): object {
  const tag = payload[0];
  const prototype = create(tag === 'AsyncGenerator' ? asyncIteratorPrototype : iteratorPrototype) as object;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at] as string;
    if (at > 0 && payload[at] !== true) continue;
    const value = (...args: unknown[]): unknown => peer.invoke(id, step, args);
    describe(prototype, step, { value, writable: true, enumerable: false, configurable: true });
  }
  describe(prototype, Symbol.toStringTag, { value: tag, writable: false, enumerable: false, configurable: true });
  return create(prototype) as object;
}

const steps = ['next', 'return', 'throw'] as const;
const iteratorPrototype: object = Iterator.prototype;
const asyncIteratorPrototype = Object.getPrototypeOf(
  Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})()) as object) as object,
) as object;

const traps = [
  'get',
  'set',
  'has',
  'deleteProperty',
  'ownKeys',
  'getOwnPropertyDescriptor',
  'defineProperty',
  'getPrototypeOf',
] as const;

/** A proxy whose traps ask the original. */
function proxyTwin(id: number, what: string, peer: Peer): object {
  const target = what === 'function' ? boundFunction() : what === 'array' ? [] : {};
  const handler: Record<string, unknown> = {
    apply: (_target: object, self: unknown, args: unknown[]) => peer.reflect(id, 'apply', [self, args]),
    construct: (_target: object, args: unknown[]) => peer.reflect(id, 'construct', [args]),
  };
  for (let at = 0; at < traps.length; at++) {
    const trap = traps[at] as (typeof traps)[number];
    handler[trap] = (_target: object, ...args: unknown[]): unknown => {
      // The last argument of these two is the receiver: the proxy itself, which is the original at home.
      const passed = trap === 'get' ? [args[0]] : trap === 'set' ? [args[0], args[1]] : args;
      const result = peer.reflect(id, trap, passed);
      if (trap !== 'getOwnPropertyDescriptor' || result === undefined || (what === 'array' && args[0] === 'length'))
        return result;
      return configurable(result as PropertyDescriptor);
    };
  }
  return hiddenProxy(target, handler as ProxyHandler<object>);
}

/** Anything said of a key that the target has not must allow that it goes away again. */
function configurable({ value, writable, get, set, enumerable }: PropertyDescriptor): object {
  const common = { __proto__: null, enumerable: enumerable === true, configurable: true };
  return get === undefined && set === undefined
    ? { ...common, value, writable: writable === true }
    : { ...common, get, set };
}

function nothing(): void {}
const bound: (self: () => void, on: undefined) => object = uncurry(Function.prototype.bind) as never;

/** Can be called and constructed, and has no property that is there for good. */
function boundFunction(): object {
  return bound(nothing, undefined);
}
