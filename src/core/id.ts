import { createHash } from 'node:crypto';

/** JSON with sorted keys and without undefined members, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (isPlainObject(member) ? sortKeys(member) : member));
}

/** The SHA-256 of a value's canonical JSON, in hex. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** A short content id, such as `task_9f86d081884c7d65`: the same content has the same id on every machine. */
export function contentId(prefix: string, value: unknown): string {
  return `${prefix}_${contentHash(value).slice(0, 16)}`;
}

/** An unsigned 31-bit number drawn from a value: a seed that does not depend on the order of work. */
export function seedFrom(value: unknown): number {
  return Number.parseInt(contentHash(value).slice(0, 8), 16) >>> 1;
}

/** What `verification.sha256` says: a hash of what a proof rests on. The versions are no part of it. */
export function proofDigest(verification: object): string {
  const { versions: _versions, sha256: _sha256, ...proof } = verification as Readonly<Record<string, unknown>>;
  return contentHash(proof);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
