const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;
const maxLength = 300;

/** A server's words on one line, without control and bidi characters and without secrets, and not too long. */
export function printable(text: string, secrets: readonly string[] = []): string {
  const clean = withoutSecrets(text, secrets).replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
  return clean.length > maxLength ? `${clean.slice(0, maxLength)}…` : clean;
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => (secret === '' ? left : left.replaceAll(secret, '[key]')), text);
}
