const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;
const maxLength = 300;

/** A server's words on one line, without control and bidi characters and without the secret, and not too long. */
export function printable(text: string, secret?: string): string {
  const clean = withoutSecret(text, secret).replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
  return clean.length > maxLength ? `${clean.slice(0, maxLength)}…` : clean;
}

function withoutSecret(text: string, secret: string | undefined): string {
  return secret ? text.replaceAll(secret, '[key]') : text;
}
