import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';

export default { md5, ripemd160, sha1 } as Record<string, unknown>;
