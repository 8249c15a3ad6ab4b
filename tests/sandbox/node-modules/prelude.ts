/** Shows any value as text, the same way in Node and in a bare realm; and what became of some code. */
export const prelude: string = String.raw`
function show(value, depth = 0) {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return value + 'n';
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return 'function ' + value.name;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > 6) return '…';
  const inner = (member) => show(member, depth + 1);
  if (value instanceof Error) return showError(value);
  if (Array.isArray(value)) return '[' + Array.from(value, inner).join() + ']';
  if (value instanceof Map) return 'Map{' + [...value].map(([key, member]) => inner(key) + '=>' + inner(member)).join() + '}';
  if (value instanceof Set) return 'Set{' + [...value].map(inner).join() + '}';
  if (value instanceof Date) return 'Date ' + value.getTime();
  if (value instanceof RegExp) return String(value);
  if (ArrayBuffer.isView(value)) return value.constructor.name + '<' + Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)).join(' ') + '>';
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? 'null';
  const fields = Object.keys(value).sort().map((key) => key + ':' + inner(value[key]));
  return (name === 'Object' ? '' : name) + '{' + fields.join() + '}';
}
function showError(error) {
  const code = error.code === undefined ? '' : ' ' + String(error.code);
  return error.name + code + ' ' + JSON.stringify(error.message);
}
const silence = () => undefined;
async function outcome(require, code) {
  const body = /\breturn\b|;/.test(code) ? code : 'return (' + code + ')';
  try {
    return show(await new Function('require', '"use strict"; return (async () => {' + body + '})()')(require));
  } catch (error) {
    return 'throws ' + show(error);
  }
}
`;
