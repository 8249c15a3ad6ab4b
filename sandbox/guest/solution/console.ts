let left = 0;

/** Prints through the other side, which keeps what both print in order; this side only counts. */
export function printer(tell: (event: readonly [name: string, text: string]) => void): (line: string) => void {
  return (line) => {
    if (left <= 0) return;
    const part = line.slice(0, left);
    left -= part.length;
    tell(['print', part]);
  };
}

export function limitPrinting(characters: number): void {
  left = characters;
}
