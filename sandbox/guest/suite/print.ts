let left = 0;
let text = '';

export function limitPrinting(characters: number): void {
  left = characters;
}

/** What solution and suite printed, up to the cap. */
export function printed(): string {
  return text;
}

export function print(line: string): void {
  if (left <= 0) return;
  const part = line.slice(0, left);
  left -= part.length;
  text += part;
}
