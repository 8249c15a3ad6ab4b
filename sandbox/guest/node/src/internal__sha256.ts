import { hmac } from '@noble/hashes/hmac.js';
import { sha224, sha256 } from '@noble/hashes/sha2.js';

export default { sha224, sha256, hmac } as Record<string, unknown>;
