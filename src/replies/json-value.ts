import { parseLooseJson } from './loose-json.ts';

/** The object or list that a text is as JSON, small slips forgiven; undefined where it is none. */
export function parseJsonValue(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const value = parseLooseJson(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
