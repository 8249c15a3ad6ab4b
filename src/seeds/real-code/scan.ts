/** What must not be sent to a model. */
export type Finding = 'secret' | 'personal-data';

/** Addresses that stand for others in examples (RFC 2606), and those of services. */
const exampleAddress = /@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)$|^(?:no-?reply|git)@/iu;
const address = /[\p{L}\d._%+-]+@(?:[\p{L}\d-]+\.)+\p{L}{2,}/gu;

/**
 * Looks for secrets by the rules of secretlint's recommended preset, and for e-mail addresses and international phone
 * numbers (by libphonenumber's rules).
 */
export async function scanCode(code: string): Promise<Finding | undefined> {
  if (await hasSecret(code)) return 'secret';
  return (await hasPersonalData(code)) ? 'personal-data' : undefined;
}

async function hasSecret(content: string): Promise<boolean> {
  const [{ lintSource }, { creator: rule }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const { messages } = await lintSource({
    source: { content, filePath: 'snippet.ts', ext: '.ts', contentType: 'text' },
    options: { config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule, options: {} }] } },
  });
  return messages.length > 0;
}

async function hasPersonalData(code: string): Promise<boolean> {
  const addresses = code.match(address) ?? [];
  if (addresses.some((one) => !exampleAddress.test(one))) return true;
  const { findPhoneNumbersInText } = await import('libphonenumber-js');
  return findPhoneNumbersInText(code).length > 0;
}
