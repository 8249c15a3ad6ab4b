/** What one side can ask the other to do with an object. */
import { apply, construct, RealTypeError } from './natives.ts';
import type { Wire } from './wire.ts';

export interface Request {
  /** `c` call, `n` construct, `m` call a method by name, `x` reflect. */
  readonly kind: Wire | undefined;
  readonly method: string;
  readonly self: unknown;
  readonly args: readonly unknown[];
}

/** Does what is asked, with all that the object's own code makes of it. */
export function perform(target: object, { kind, method, self, args }: Request): unknown {
  switch (kind) {
    case 'c':
      return apply(target as never, self, args);
    case 'n':
      return construct(target as never, args, self === undefined ? (target as never) : subclass(self as object));
    case 'm':
      return apply((target as Record<string, never>)[method] as never, target, args);
    default:
      return reflect(method, target, args);
  }
}

/** A constructor whose instances have a prototype that was made on the other side. */
function subclass(prototype: object): never {
  const target = function () {};
  target.prototype = prototype;
  return target as never;
}

type Reflection = (target: object, ...args: unknown[]) => unknown;
const reflections: Record<string, Reflection> = { __proto__: null } as never;
for (const name of Object.getOwnPropertyNames(Reflect)) {
  reflections[name] = (Reflect as unknown as Record<string, Reflection>)[name] as Reflection;
}

function reflect(operation: string, target: object, args: readonly unknown[]): unknown {
  const reflection = reflections[operation];
  if (reflection === undefined) throw new RealTypeError(`there is no operation ${operation}`);
  const all: unknown[] = [target];
  for (let at = 0; at < args.length; at++) all[at + 1] = args[at];
  return apply(reflection, undefined, all);
}
