import type { CanonicalOptions } from './canonical.ts';

/** How an instance is made, with what arguments, and what is done with it, in order. */
export type PlayedScenario = readonly [readonly ['new' | 'call', readonly unknown[]], ...Step[]];

/** The last are arguments: none for what is read, and one for what is assigned. */
type Step = readonly ['call' | 'get' | 'set', string, readonly unknown[]];

/** What the caller changes as soon as it may: what it was given, or what it gave. */
export type Tampering = 'nothing' | 'results' | 'arguments';

export type Settled = readonly ['returned' | 'threw' | 'unsettled', unknown];

export interface Played {
  readonly kind: 'returned' | 'threw';
  readonly text: string;
  /** Something that was handed out is not at the end what it was then. */
  readonly drifted: boolean;
}

export interface PlayerParts {
  readonly text: (value: unknown, options?: CanonicalOptions) => string;
  readonly anyOrder: boolean;
  readonly entryPoint: () => unknown;
}

export interface PlayOptions {
  readonly tampering: Tampering;
  /** Played step by step just before, with another instance. */
  readonly beside?: PlayedScenario | undefined;
}

export type Player = (
  scenario: PlayedScenario,
  options: PlayOptions,
) => Generator<PromiseLike<unknown>, Played, Settled>;

/**
 * Gives what plays a scenario to its end and tells the texts of all results; it yields promises, and wants back how
 * they settled.
 *
 * Everything it needs is inside or handed in: its source runs in the sandbox.
 */
export function scenarioPlayer({ text, anyOrder, entryPoint }: PlayerParts): Player {
  const mostDepth = 4;

  function errorName(thrown: unknown): string {
    if (!(thrown instanceof Error)) return `(${thrown === null ? 'null' : typeof thrown})`;
    return typeof thrown.name === 'string' ? thrown.name : 'Error';
  }

  function isObject(value: unknown): value is object {
    return typeof value === 'object' && value !== null;
  }

  function isPromise(value: unknown): value is PromiseLike<unknown> {
    return isObject(value) && 'then' in value && typeof value.then === 'function';
  }

  /** Data, which has no say in what is done to it. */
  function isData(value: unknown): value is object {
    if (!isObject(value)) return false;
    if (Array.isArray(value) || value instanceof Map || value instanceof Set) return true;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  }

  /** What is made by a class of the solution's own: its fields may be private, and differ where all else is the same. */
  function isInstance(value: unknown): boolean {
    if (!isObject(value) || isData(value)) return false;
    const other: object = value;
    if (other instanceof Date || other instanceof RegExp || other instanceof Error || 'next' in other) return false;
    return Object.prototype.toString.call(other) === '[object Object]';
  }

  /** The value, with a word in the place of each instance. */
  function shown(value: unknown, depth = 0): unknown {
    if (isInstance(value)) return Symbol('instance');
    if (!isData(value) || depth > mostDepth || !partsOf(value).some(isObject)) return value;
    if (Array.isArray(value)) return Array.from(value as unknown[], (part) => shown(part, depth + 1));
    if (value instanceof Map)
      return new Map([...(value as Map<unknown, unknown>)].map(([key, of]) => [key, shown(of, depth + 1)]));
    if (value instanceof Set) return new Set([...(value as Set<unknown>)].map((part) => shown(part, depth + 1)));
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, shown(of, depth + 1)]));
  }

  function partsOf(value: object): readonly unknown[] {
    return value instanceof Map || value instanceof Set ? [...value.keys(), ...value.values()] : Object.values(value);
  }

  function collect(value: unknown, into: Set<unknown>, depth = 0): void {
    if (!isData(value) || into.has(value) || depth > mostDepth) return;
    into.add(value);
    for (const part of partsOf(value)) collect(part, into, depth + 1);
  }

  function different(value: unknown): unknown {
    if (typeof value === 'number') return value + 1;
    return typeof value === 'string' ? `${value}~` : typeof value === 'boolean' ? !value : null;
  }

  function overwrite(value: object): void {
    if (Array.isArray(value)) {
      if (value.length === 0) value.push(null);
      else value.length = 0;
    } else if (value instanceof Map) {
      if (value.size === 0) value.set('~', null);
      else value.clear();
    } else if (value instanceof Set) {
      if (value.size === 0) value.add('~');
      else value.clear();
    } else {
      const fields = value as Record<string, unknown>;
      for (const key of Object.keys(fields)) if (!isObject(fields[key])) fields[key] = different(fields[key]);
      fields['~'] = 1;
    }
  }

  /** Changes data through and through, but for what is spared; what is frozen stays as it is. */
  function tamper(value: unknown, spared: ReadonlySet<unknown>, depth = 0): void {
    if (!isData(value) || spared.has(value) || depth > mostDepth) return;
    for (const part of partsOf(value)) tamper(part, spared, depth + 1);
    try {
      overwrite(value);
    } catch {
      // It may not be changed: all the better.
    }
  }

  return function* play([[how, args], ...steps], { tampering, beside }) {
    const given = new Set<unknown>();
    const handedOut: { readonly value: object; readonly text: string }[] = [];
    const heard: string[] = [];
    const listeners = new Map<unknown, unknown>();
    const nothing = new Set<unknown>();

    /** A function that tells what it is called with; always the same for the same. */
    function listening(value: unknown): unknown {
      if (typeof value !== 'function') return value;
      const known = listeners.get(value);
      if (known !== undefined) return known;
      const listener = (...list: unknown[]): unknown => {
        heard.push(`${value.name}${text(list)}`);
        return (value as (...list: unknown[]) => unknown)(...list);
      };
      listeners.set(value, listener);
      return listener;
    }

    function giving(list: readonly unknown[]): unknown[] {
      for (const one of list) collect(one, given);
      return list.map(listening);
    }

    function took(list: readonly unknown[]): void {
      if (tampering === 'arguments') for (const one of list) tamper(one, nothing);
    }

    function* settle(use: () => unknown): Generator<PromiseLike<unknown>, Settled, Settled> {
      try {
        const value = use();
        return isPromise(value) ? yield value : ['returned', value];
      } catch (thrown) {
        return ['threw', thrown];
      }
    }

    const entry = entryPoint() as (new (...list: unknown[]) => object) & ((...list: unknown[]) => object);
    const make = (list: readonly unknown[]): unknown => (how === 'new' ? new entry(...list) : entry(...list));
    const [, other] = beside ? yield* settle(() => make(beside[0][1])) : [];
    const [making, instance] = yield* settle(() => make(giving(args)));
    took(args);
    if (making !== 'returned') {
      const name = making === 'threw' ? errorName(instance) : '(does not settle)';
      return { kind: 'threw', text: name, drifted: false };
    }

    function use(target: unknown, [kind, name]: Step, list: readonly unknown[]): unknown {
      const members = target as Record<string, unknown>;
      if (kind === 'get') return members[name];
      if (kind === 'call') return (members[name] as (...all: unknown[]) => unknown)(...list);
      members[name] = list[0];
      return undefined;
    }

    function answerText([kind, value]: Settled): string {
      if (kind !== 'returned') return kind === 'threw' ? 'throws' : 'does not settle';
      return value === instance ? 'itself' : text(shown(value), { anyOrder });
    }

    const answers: string[] = [];
    for (const [at, step] of steps.entries()) {
      const list = step[2];
      const next = beside?.[at + 1] as Step | undefined;
      if (next) yield* settle(() => use(other, next, next[2]));
      const settled = yield* settle(() => use(instance, step, giving(list)));
      const answer = answerText(settled);
      const calls = heard.splice(0).map((call) => ` calls ${call}`);
      answers.push(answer + calls.join(''));
      const value = settled[0] === 'returned' ? settled[1] : undefined;
      if (isData(value) && !given.has(value)) handedOut.push({ value, text: answer });
      if (tampering === 'results' && value !== instance) tamper(value, given);
      took(list);
    }
    const drifted =
      tampering === 'nothing' && handedOut.some((one) => text(shown(one.value), { anyOrder }) !== one.text);
    return { kind: 'returned', text: answers.join('; '), drifted };
  };
}
