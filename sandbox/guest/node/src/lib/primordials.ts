/* oxlint-disable typescript/unbound-method -- methods are taken off their prototypes, to be called on other objects. */
type Method = (...args: never[]) => unknown;

const { bind, call, apply } = Function.prototype;
const uncurryThis = bind.bind(call) as (method: unknown) => Method;
const applyBind = bind.bind(apply) as (method: unknown, self?: unknown) => Method;
const TypedArray = Object.getPrototypeOf(Uint8Array) as typeof Uint8Array;

/** What no rule gives. */
const special: Record<string, unknown> = {
  globalThis,
  uncurryThis,
  applyBind,
  TypedArray,
  SafeMap: Map,
  SafeSet: Set,
  SafeWeakMap: WeakMap,
  SafeStringIterator: class {
    readonly #iterator: Iterator<string>;

    constructor(text: string) {
      this.#iterator = text[Symbol.iterator]();
    }

    next(): IteratorResult<string> {
      return this.#iterator.next();
    }

    [Symbol.iterator](): this {
      return this;
    }
  },
  internalBinding: () => ({ hasIntl: false }),
};

/** `ToString` is `toString`, `SymbolIterator` is `Symbol.iterator`, `MAX_VALUE` is itself. */
function memberKey(owner: object, name: string): PropertyKey {
  const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
  if (name in owner) return name;
  if (lower(name) in owner || !name.startsWith('Symbol')) return lower(name);
  return Symbol[lower(name.slice(6)) as 'iterator'];
}

function memberOf(owner: object, name: string, unbind: boolean): unknown {
  const value = Reflect.get(owner, memberKey(owner, name)) as unknown;
  return unbind && typeof value === 'function' ? uncurryThis(value) : value;
}

function prototypeMember(owner: { prototype: object }, name: string): unknown {
  const { prototype } = owner;
  if (name === '') return prototype;
  if (name.endsWith('Apply')) return applyBind(Reflect.get(prototype, memberKey(prototype, name.slice(0, -5))));
  const accessor = /^(Get|Set)(.+)$/.exec(name);
  if (accessor === null) return memberOf(prototype, name, true);
  const key = memberKey(prototype, accessor[2] ?? '');
  const descriptor = Object.getOwnPropertyDescriptor(prototype, key);
  const method = accessor[1] === 'Get' ? descriptor?.get : descriptor?.set;
  return method === undefined ? memberOf(prototype, name, true) : uncurryThis(method);
}

function create(name: string): unknown {
  if (name in globalThis) return Reflect.get(globalThis, name);
  const [, owner = '', member = ''] = /^(.+?)Prototype(.*)$/.exec(name) ?? [];
  const kind = special[owner] ?? Reflect.get(globalThis, owner);
  if (kind !== undefined) return prototypeMember(kind as typeof Object, member);
  const prefix = /^(BigInt|JSON|[A-Z][a-z]+(?=[A-Z]))/.exec(name)?.[0] ?? '';
  const holder = Reflect.get(globalThis, prefix) as object | undefined;
  return holder === undefined ? undefined : memberOf(holder, name.slice(prefix.length), false);
}

/**
 * Node's copies of the built-ins (`ArrayPrototypeMap`, `ObjectKeys`, …), made by name when they are asked for. The
 * package that uses a hundred of them makes a thousand, which is most of the time that it takes to load.
 */
export const primordials: object = new Proxy(special, {
  get(known, name) {
    if (typeof name === 'string' && !(name in known)) known[name] = create(name);
    return Reflect.get(known, name) as unknown;
  },
});
