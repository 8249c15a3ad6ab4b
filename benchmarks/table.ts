/** Lines of text in aligned columns: the first row is the heading; columns of numbers stand to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const [heading = [], ...body] = rows;
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)));
  const isNumeric = heading.map((_, column) => body.every((row) => typeof row[column] === 'number'));
  const lines = rows.map((row) =>
    row.map((cell, column) => {
      const [text, width] = [String(cell), widths[column] ?? 0];
      return isNumeric[column] ? text.padStart(width) : text.padEnd(width);
    }),
  );
  return lines.map((cells) => `${cells.join('  ').trimEnd()}\n`).join('');
}

/** The middle value, or the mean of the two in the middle; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
