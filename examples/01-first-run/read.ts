import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RejectedRow, SampleRow } from '../../src/core/rows.ts';

const dir = process.argv[2] ?? 'winnow-out/example-01';
const [sample] = rows<SampleRow>('samples.jsonl');
const [rejected] = rows<RejectedRow>('rejected.jsonl');

console.log(`kept: ${sample?.task.title}\n\n${sample?.task.statement}\n\n${sample?.solution}`);
console.log(`rejected at ${rejected?.stage}: ${JSON.stringify(rejected?.reason, undefined, 2)}`);

function rows<T>(name: string): T[] {
  const lines = readFileSync(join(dir, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}
