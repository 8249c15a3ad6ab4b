/** One module as it was built. */
export interface BuiltModule {
  /** Its file beside the manifest. */
  readonly file: string;
  /** The names that it exports; the module itself is its default export. */
  readonly exports: readonly string[];
  /** The modules that it asks for, some of them only when a function is called that needs them. */
  readonly requires: readonly string[];
}

/** What the build writes down for the host. */
export interface Manifest {
  readonly modules: Readonly<Record<string, BuiltModule>>;
  /** For each global name the module whose member of that name it is. */
  readonly globals: Readonly<Record<string, string>>;
}

/** Names of this beginning are parts of other modules, and the homes of globals; no program may import them. */
export const INTERNAL = 'internal/';

const eventNames = ['AbortController', 'AbortSignal', 'CustomEvent', 'DOMException', 'Event', 'EventTarget'];
const encodingNames = ['TextDecoder', 'TextEncoder', 'atob', 'btoa'];

export const globals: Manifest['globals'] = {
  Buffer: 'buffer',
  URL: 'internal/url',
  URLSearchParams: 'internal/url',
  crypto: 'internal/crypto',
  process: 'process',
  ...Object.fromEntries(eventNames.map((name) => [name, 'internal/event-target'])),
  ...Object.fromEntries(encodingNames.map((name) => [name, 'internal/encoding'])),
};
