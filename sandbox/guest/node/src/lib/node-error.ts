type ErrorKind = new (message: string) => Error;

/** An error with Node's `code`, and its name as Node prints it in the stack alone. */
export function nodeError(Kind: ErrorKind, code: string, message: string): Error {
  const error = new Kind(message);
  return Object.defineProperty(error, 'code', { value: code, writable: true, enumerable: true, configurable: true });
}

/** The error for an argument of the wrong type; `expected` continues the sentence "must be". */
export function invalidArgument(name: string, expected: string, actual: unknown): Error {
  const message = `The "${name}" argument must be ${expected}. Received ${describe(actual)}`;
  return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message);
}

/** The error for an argument of the right type and a value that does not fit. */
export function outOfRange(name: string, expected: string, actual: unknown): Error {
  const message = `The value of "${name}" is out of range. It must be ${expected}. Received ${grouped(actual)}`;
  return nodeError(RangeError, 'ERR_OUT_OF_RANGE', message);
}

/** The sentence for a value of none of the expected types: primitives' names in lower case, and classes. */
export function wrongType(name: string, expected: readonly string[], actual: unknown): string {
  const isType = (text: string): boolean => /^([a-z]|Function$)/.test(text);
  const types = expected.filter(isType).map((text) => text.toLowerCase());
  const classes = ['Error', 'RegExp', 'Object'].filter((text) => expected.includes(text));
  const others = expected.filter((text) => !isType(text) && !classes.includes(text));
  const kinds = [types.length > 0 ? `of type ${listed(types)}` : '', listed([...classes, ...others])];
  if (kinds[1] !== '') kinds[1] = `an instance of ${kinds[1]}`;
  const received = `Received ${describe(actual)}`;
  return `The "${name}" argument must be ${kinds.filter((kind) => kind !== '').join(' or ')}. ${received}`;
}

function listed(words: readonly string[]): string {
  if (words.length < 3) return words.join(' or ');
  return `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;
}

/** The error of `Buffer.from` for what it cannot read. */
export function wrongFirstArgument(value: unknown): Error {
  const expected = 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object';
  const message = `The first argument must be ${expected}. Received ${describe(value)}`;
  return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message);
}

function grouped(value: unknown): string {
  const text = String(value);
  return /^-?\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, '_') : text;
}

/** What was received, as Node says it. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') return `an instance of ${value.constructor?.name ?? 'Object'}`;
  const text = typeof value === 'string' ? `'${value}'` : `${value as number}${typeof value === 'bigint' ? 'n' : ''}`;
  return `type ${typeof value} (${text.length > 28 ? `${text.slice(0, 25)}...${typeof value === 'string' ? "'" : ''}` : text})`;
}
