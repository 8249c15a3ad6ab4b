import { TextDecoder } from './lib/text-decoder.ts';
import { TextEncoder } from './lib/text-encoder.ts';

function invalid(message: string): Error {
  return new (offered('internal/event-target').DOMException)(message, 'InvalidCharacterError');
}

function btoa(data: unknown): string {
  const text = String(data);
  if (/[^\0-\xff]/.test(text)) throw invalid('Invalid character');
  return offered('buffer').Buffer.from(text, 'latin1').toString('base64');
}

function atob(data: unknown): string {
  const compact = String(data).replace(/[\t\n\f\r ]/g, '');
  const text = compact.length % 4 === 0 ? compact.replace(/={1,2}$/, '') : compact;
  if (/[^A-Za-z0-9+/]/.test(text)) throw invalid('Invalid character');
  if (text.length % 4 === 1) throw invalid('The string to be decoded is not correctly encoded.');
  return offered('buffer').Buffer.from(text, 'base64').toString('latin1');
}

export default { TextDecoder, TextEncoder, atob, btoa } as unknown;
