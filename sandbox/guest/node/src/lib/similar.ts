import { types } from './assert-util.ts';

/** Whether two objects have one constructor, or one prototype where they have none from it. */
export function areOfOneKind(left: object, right: object): boolean {
  if (left.constructor !== undefined && !Object.hasOwn(left, 'constructor'))
    return left.constructor === right.constructor;
  return Object.getPrototypeOf(left) === Object.getPrototypeOf(right);
}

/** What only errors and addresses have, and Node compares; `equal` compares two members. */
export function haveSameParts(left: object, right: object, equal: Comparison): boolean {
  if (types['isNativeError']?.(left)) return sameError(left as Error, right, equal);
  if (Object.prototype.toString.call(left) === '[object URL]') return member(left, 'href') === member(right, 'href');
  return !isOpaque(left);
}

function sameError(left: Error, right: object, equal: Comparison): boolean {
  if (!types['isNativeError']?.(right)) return false;
  return ['message', 'name', 'cause', 'errors'].every((name) => {
    if (Object.hasOwn(left, name) !== Object.hasOwn(right, name)) return false;
    return equal(member(left, name), member(right, name));
  });
}

/** Whether two of a kind are equal only when they are the same. */
function isOpaque(value: object): boolean {
  return (
    types['isWeakMap']?.(value) === true || types['isWeakSet']?.(value) === true || types['isPromise']?.(value) === true
  );
}

function member(owner: object, key: string): unknown {
  return (owner as Record<string, unknown>)[key];
}
