export interface CanonicalOptions {
  /** Arrays at the top are written with their elements' texts sorted. */
  readonly anyOrder?: boolean;
  /** Functions are told apart by their names. */
  readonly namesFunctions?: boolean;
}

/**
 * Gives a function that writes any value as text, so that equal values have equal text: numbers to 10 significant
 * digits, plain objects and instances alike by their own keys in order, errors by their names, functions as such,
 * iterators by their first 100 values. Values of more than 20,000 parts, or nested deeper than 200, are cut.
 *
 * Everything it needs is inside: its source runs in the sandbox.
 */
export function canonicalWriter(): (value: unknown, options?: CanonicalOptions) => string {
  const mostParts = 20_000;
  const mostDepth = 200;
  const mostDrawn = 100;
  let left = 0;
  let names = false;
  let ancestors: object[] = [];

  function numberText(value: number): string {
    if (Object.is(value, -0)) return '-0';
    if (!Number.isFinite(value) || Number.isSafeInteger(value)) return String(value);
    const whole = Math.round(value);
    const isNoise = Number.isSafeInteger(whole) && whole !== 0 && Math.abs(value - whole) <= Math.abs(value) * 1e-12;
    const rounded = isNoise ? whole : Number(value.toPrecision(10));
    return String(Number.isFinite(rounded) ? rounded : value);
  }

  function functionText(value: { readonly name?: unknown }): string {
    return names && typeof value.name === 'string' && value.name !== '' ? `[function ${value.name}]` : '[function]';
  }

  function list(values: Iterable<unknown>, most: number): string {
    const texts: string[] = [];
    for (const value of values) {
      if (texts.length >= most || left <= 0) {
        texts.push('…');
        break;
      }
      texts.push(text(value));
    }
    return texts.join(',');
  }

  function arrayTexts(value: readonly unknown[]): string[] {
    const texts: string[] = [];
    for (let at = 0; at < value.length; at++) {
      if (left <= 0) return [...texts, `…${value.length}`];
      left--;
      texts.push(at in value ? text(value[at]) : '<hole>');
    }
    return texts;
  }

  function entriesText(value: Map<unknown, unknown>): string {
    const texts: string[] = [];
    for (const [key, member] of value) {
      if (left <= 0) return [...texts, '…'].join(',');
      texts.push(`${text(key)}=>${text(member)}`);
    }
    return texts.join(',');
  }

  function membersText(value: object): string {
    const texts = Object.keys(value)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${memberText(value, key)}`);
    return `{${texts.join(',')}}`;
  }

  function memberText(value: object, key: string): string {
    try {
      return text((value as Record<string, unknown>)[key]);
    } catch {
      return '[throws]';
    }
  }

  function isIterator(value: object): value is Iterator<unknown> & Iterable<unknown> {
    return 'next' in value && typeof value.next === 'function' && Symbol.iterator in value;
  }

  function viewText(value: ArrayBufferView): string {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return value instanceof DataView
      ? `DataView[${list(bytes, mostParts)}]`
      : `${Object.prototype.toString.call(value).slice(8, -1)}[${list(value as Uint8Array, mostParts)}]`;
  }

  function objectText(value: object): string {
    if (Array.isArray(value)) return `[${arrayTexts(value).join(',')}]`;
    if (value instanceof Map) return `Map{${entriesText(value)}}`;
    if (value instanceof Set) return `Set{${list(value, mostParts)}}`;
    if (value instanceof Date) return `Date(${Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString()})`;
    if (value instanceof RegExp) return `RegExp(${String(value)})`;
    if (value instanceof Error) return `[${errorName(value)}]`;
    if (value instanceof Promise) return '[promise]';
    if (ArrayBuffer.isView(value)) return viewText(value);
    if (value instanceof ArrayBuffer) return `ArrayBuffer[${list(new Uint8Array(value), mostParts)}]`;
    const primitive: unknown = isBoxed(value) ? value.valueOf() : value;
    if (typeof primitive !== 'object') return `Object(${text(primitive)})`;
    if (isIterator(value)) return `iterator[${list(value, mostDrawn)}]`;
    return membersText(value);
  }

  function isBoxed(value: object): boolean {
    return /^\[object (?:Number|String|Boolean|BigInt|Symbol)\]$/.test(Object.prototype.toString.call(value));
  }

  function errorName(value: Error): string {
    return typeof value.name === 'string' ? value.name : 'Error';
  }

  function nested(value: object): string {
    const seen = ancestors.indexOf(value);
    if (seen !== -1) return `<ref ${ancestors.length - seen}>`;
    if (ancestors.length >= mostDepth) return '<deep>';
    ancestors.push(value);
    try {
      return objectText(value);
    } catch {
      return '<unreadable>';
    } finally {
      ancestors.pop();
    }
  }

  function text(value: unknown): string {
    left--;
    switch (typeof value) {
      case 'number':
        return numberText(value);
      case 'string':
        return JSON.stringify(value);
      case 'bigint':
        return `${value}n`;
      case 'symbol':
        return `Symbol(${value.description ?? ''})`;
      case 'function':
        return functionText(value);
      case 'object':
        return value === null ? 'null' : left < 0 ? '…' : nested(value);
      default:
        return String(value);
    }
  }

  return (value, options = {}) => {
    left = mostParts;
    names = options.namesFunctions === true;
    ancestors = [];
    if (options.anyOrder !== true || !Array.isArray(value)) return text(value);
    ancestors.push(value);
    return `[${arrayTexts(value).toSorted().join(',')}]`;
  };
}
