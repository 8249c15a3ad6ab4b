/** What `util.inspect` gives to an object that shows itself: depth left, options, and itself. */
export type Rest = readonly [depth: number, options: object, inspect: (value: unknown, options: object) => string];

const parts = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'searchParams',
  'hash',
] as const;

/** How `util.inspect` shows a URL. */
export function viewOfUrl(url: Record<string, unknown>, ...[depth, options, inspect]: Rest): unknown {
  if (typeof depth === 'number' && depth < 0) return url;
  const view = Object.fromEntries(parts.map((part) => [part, url[part]]));
  return `URL ${inspect(view, options)}`;
}

/** How `util.inspect` shows the parameters of one. */
export function viewOfParams(params: Iterable<[string, string]>, ...[depth, options, inspect]: Rest): unknown {
  if (typeof depth === 'number' && depth < 0) return '[Object]';
  const fields = [...params].map(([name, value]) => `${inspect(name, options)} => ${inspect(value, options)}`);
  return fields.length === 0 ? 'URLSearchParams {}' : `URLSearchParams { ${fields.join(', ')} }`;
}
