export function maskTail(text: string, shown: number): string {
  const signs = [...text];
  const open = Math.min(Math.max(0, Math.floor(shown)), Math.max(0, signs.length - 2));
  return signs.map((sign, place) => (place < open || sign === ' ' ? sign : '*')).join('');
}
