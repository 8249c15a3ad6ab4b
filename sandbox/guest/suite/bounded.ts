/** Texts for people out of whatever was thrown: bounded, and safe against hostile values. */
const maxMessage = 2000;

export function bounded(text: string, max: number = maxMessage): string {
  return text.length <= max ? text : `${text.slice(0, max)}… (${text.length - max} more characters)`;
}

/** Name and message. */
export function titleOf(thrown: unknown): string {
  try {
    if (typeof thrown !== 'object' || thrown === null) return bounded(`thrown: ${String(thrown)}`);
    const { name, message } = thrown as Partial<Error>;
    return bounded(typeof name === 'string' && name !== '' ? `${name}: ${String(message)}` : String(message));
  } catch {
    return 'threw a value that cannot be printed';
  }
}
