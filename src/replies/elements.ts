const names =
  'answer|final_answer|final|response|output|result|solution|implementation|code|typescript|ts|tests?|test_suite|suite|description|pre|json';

const maxElements = 20;
const maxDepth = 3;

/**
 * What stands between tags such as `<answer>` and `</answer>` or `[CODE]` and `[/CODE]`, in order; to the end of the
 * text where the closing tag is missing.
 */
export function elementsOf(text: string): string[] {
  return within(text, maxDepth);
}

function within(text: string, depth: number): string[] {
  const opening = new RegExp(`^[ \\t]*(?:<(${names})(?:\\s[^<>\\n]{0,200})?>|\\[(${names.toUpperCase()})\\])`, 'gim');
  const found: string[] = [];
  for (let open = opening.exec(text); open !== null && found.length < maxElements; open = opening.exec(text)) {
    const start = open.index + open[0].length;
    const closing = open[1] === undefined ? `[/${open[2] ?? ''}]` : `</${open[1]}>`;
    const end = text.indexOf(closing, start);
    const content = text.slice(start, end === -1 ? text.length : end);
    const inner = depth > 1 ? within(content, depth - 1)[0] : undefined;
    found.push(inner ?? withoutCdata(content));
    opening.lastIndex = end === -1 ? text.length : end;
  }
  return found;
}

function withoutCdata(content: string): string {
  return content.replace(/^\s*<!\[CDATA\[/, '').replace(/\]\]>\s*$/, '');
}
