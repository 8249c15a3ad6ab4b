/** Names of `.each` and `.for` cases, formatted as vitest does. */
import { format, inspect, truncateString } from '@vitest/utils/display';
import { isNegativeNaN, objectAttr } from '@vitest/utils/helpers';

const placeholder = /%[sdifjoOcv%]/g;
const inspectOptions = { truncate: 40 };

export function nameOf(name: unknown): string {
  if (typeof name === 'function') return name.name === '' ? '<anonymous>' : name.name;
  return String(name);
}

/** Fills `%s`-like placeholders and `$key` references in a title. */
export function formatTitle(template: string, items: readonly unknown[], index: number): string {
  const title = withSignedZeros(withIndex(template, index), items);
  const count = title.split('%').length - 1;
  let output = '';
  let used = 0;
  let last = 0;
  for (const match of title.matchAll(placeholder)) {
    output += fillReferences(title.slice(last, match.index), items);
    output += used < count ? format([match[0], items[used++]], inspectOptions) : match[0];
    last = match.index + match[0].length;
  }
  return output + fillReferences(title.slice(last), items);
}

function withIndex(template: string, index: number): string {
  if (!template.includes('%#') && !template.includes('%$')) return template;
  const mark = '__escaped_%__';
  return template
    .replaceAll('%%', mark)
    .replaceAll('%#', String(index))
    .replaceAll('%$', String(index + 1))
    .replaceAll(mark, '%%');
}

function withSignedZeros(template: string, items: readonly unknown[]): string {
  let occurrence = 0;
  return template.replaceAll('%f', () => {
    const item = items[occurrence++];
    return Object.is(item, -0) || isNegativeNaN(item as number) ? '-%f' : '%f';
  });
}

function fillReferences(text: string, items: readonly unknown[]): string {
  const first = items[0];
  const isObjectItem = typeof first === 'object' && first !== null && !Array.isArray(first);
  return text.replace(/\$([$\p{ID_Continue}.]+)/gu, (_, key: string) => {
    const isIndex = /^\d+$/.test(key);
    if (!isObjectItem && !isIndex) return `$${key}`;
    const element: unknown = isIndex ? objectAttr(items, key) : undefined;
    const value: unknown = isObjectItem ? objectAttr(first, key, element as undefined) : element;
    return typeof value === 'string' ? truncateString(value, inspectOptions.truncate) : inspect(value, inspectOptions);
  });
}

/** Turns a tagged table (`each\`a | b …\``) into one object a row. */
export function tableRows(strings: readonly string[], values: readonly unknown[]): Record<string, unknown>[] {
  const header = strings.join('').trim().replaceAll(' ', '').split('\n')[0]?.split('|') ?? [];
  const rows: Record<string, unknown>[] = [];
  for (let row = 0; row < Math.floor(values.length / header.length); row++) {
    rows.push(Object.fromEntries(header.map((key, column) => [key, values[row * header.length + column]])));
  }
  return rows;
}
