const maxLength = 80;

/** A piece of code in one short line. */
export function excerpt(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ').trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}

interface Position {
  /** From 0. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** The text between two positions. */
export function textBetween(text: string, start: Position, end: Position): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column : 0, at === last ? end.column : undefined))
    .join('\n');
}
