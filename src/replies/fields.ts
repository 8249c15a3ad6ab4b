const wrappers = new Set([
  'answer',
  'arguments',
  'data',
  'input',
  'json',
  'object',
  'output',
  'parameters',
  'problem',
  'properties',
  'response',
  'result',
  'task',
]);

const maxWrappings = 6;

/**
 * The fields of the object that a model meant: taken out of a list of one and out of wrappers such as `{"task": {…}}`,
 * with keys such as `entryPoint` or `Entry Point` as `entry_point`. A key that differs from one of `names` only in case
 * and separators becomes that name. Of two keys that become one, the first counts. Undefined where there is no object.
 */
export function readFields(value: unknown, names: readonly string[] = []): Record<string, unknown> | undefined {
  const object = unwrapped(value, new Set(names.map((name) => bare(name))));
  if (object === undefined) return undefined;
  const known = new Map(names.map((name) => [bare(name), name]));
  const fields = new Map<string, unknown>();
  for (const [key, field] of Object.entries(object)) {
    const name = known.get(bare(key)) ?? snakeCase(key);
    if (!fields.has(name)) fields.set(name, field);
  }
  return Object.fromEntries(fields);
}

function unwrapped(value: unknown, wanted: ReadonlySet<string>): object | undefined {
  let inner = value;
  for (let depth = 0; depth < maxWrappings; depth += 1) {
    const object = asObject(inner);
    const next = object && contentOf(object, wanted);
    if (next === undefined) return object;
    inner = next;
  }
  return undefined;
}

/** An object, be it in lists of one or written as a string of JSON. */
function asObject(value: unknown): object | undefined {
  let single = value;
  while (Array.isArray(single) && single.length === 1) [single] = single as unknown[];
  if (typeof single === 'string') return parsed(single);
  return typeof single === 'object' && single !== null && !Array.isArray(single) ? single : undefined;
}

function parsed(text: string): object | undefined {
  if (!/^[\s[]*\{/.test(text)) return undefined;
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The object inside a wrapper; undefined where this is the object itself. */
function contentOf(object: object, wanted: ReadonlySet<string>): object | undefined {
  const entries = Object.entries(object);
  if (entries.some(([key]) => wanted.has(bare(key)))) return undefined;
  const isOnly = entries.length === 1;
  const wrapper = entries.find(([key, field]) => (isOnly || wrappers.has(bare(key))) && asObject(field) !== undefined);
  return wrapper && asObject(wrapper[1]);
}

function snakeCase(key: string): string {
  return key
    .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, '_')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '')
    .toLowerCase();
}

function bare(key: string): string {
  return key.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
