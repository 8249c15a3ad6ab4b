const codes: Record<string, number> = {
  IndexSizeError: 1,
  NotFoundError: 8,
  NotSupportedError: 9,
  InvalidStateError: 11,
  SyntaxError: 12,
  InvalidCharacterError: 5,
  TypeMismatchError: 17,
  AbortError: 20,
  QuotaExceededError: 22,
  TimeoutError: 23,
  DataCloneError: 25,
};

/** The web's `DOMException`. */
export class DOMException extends Error {
  readonly code: number;

  constructor(message = '', options: string | { name?: string; cause?: unknown } = 'Error') {
    const { name = 'Error', ...rest } = typeof options === 'string' ? { name: options } : options;
    super(message, rest);
    Object.defineProperty(this, 'name', { value: name, enumerable: false, configurable: true });
    this.code = codes[name] ?? 0;
    Object.defineProperty(this, 'code', { enumerable: false });
  }

  get [Symbol.toStringTag](): string {
    return 'DOMException';
  }
}
