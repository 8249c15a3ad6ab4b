// expects: malformed — a suite that reads files
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
test('reads', () => expect(readFileSync('/etc/passwd', 'utf8')).toContain('root'));
