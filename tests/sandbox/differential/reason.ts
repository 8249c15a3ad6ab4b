const escape = String.fromCodePoint(27);
const colours = new RegExp(`${escape}\\[[0-9;]*m`, 'g');
// The engine's own words name what stands in for an object on the way between realms.
const inEngineWords = /^TypeError: .*/;

/** What a failure says in its first line, without colours: class and message, or only the class of a TypeError. */
export function reasonOf(message: string): string {
  const [first = ''] = message.replaceAll(colours, '').split('\n', 1);
  return first.replace(inEngineWords, 'TypeError').replace(/^thrown: /, '');
}
