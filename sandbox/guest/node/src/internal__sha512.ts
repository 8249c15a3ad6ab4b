import { sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';

export default { sha384, sha512, 'sha512-224': sha512_224, 'sha512-256': sha512_256 } as Record<string, unknown>;
