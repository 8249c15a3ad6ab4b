/** Stands for `URL` where values are inspected, so that no address parser is loaded for values that are no address. */
export class InspectedUrl {
  constructor(address: string) {
    return new (offered('internal/url').URL)(address);
  }

  static [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === '[object URL]';
  }
}
