import { expect, test } from 'vitest';
import { renderListening } from '../../../src/cli/render/serve.ts';

const listening = { url: 'http://127.0.0.1:8300', host: '127.0.0.1', port: 8300 };

test('says where the judge listens, for people and for programs', () => {
  expect(renderListening(listening, false, 'Judging')).toBe('Judging at http://127.0.0.1:8300 (Ctrl-C ends it)\n');
  expect(JSON.parse(renderListening(listening, true, 'Judging'))).toEqual({ ...listening, pid: process.pid });
});
