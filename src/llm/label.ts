import { requestStages, type RequestLabel } from '../core/ports.ts';

/** The header that names a request independently of its wording. */
export const labelHeader = 'x-winnow-request';

/** The key of a body's `metadata` that does the same for a request in a batch, which has no headers. */
export const labelMetadata = 'winnow_request';

/** Names a request that only tries out what an endpoint can do. */
export const probeLabel: RequestLabel = { stage: 'bench', seed: 'winnow-probe', sample: 0 };

/** Writes a label as a header's value, such as `stage=solve; seed=strings/soft-wrap; sample=2`. */
export function formatLabel({ stage, seed, sample }: RequestLabel): string {
  const plainSeed = seed.split('/').map(encodeURIComponent).join('/');
  return `stage=${stage}; seed=${plainSeed}; sample=${sample}`;
}

/** Reads a header's value; undefined where it names no stage, seed and sample. */
export function parseLabel(header: string): RequestLabel | undefined {
  const fields = new Map(header.split(';').map(nameAndValue));
  const stage = requestStages.find((known) => known === fields.get('stage'));
  const seed = decoded(fields.get('seed') ?? '');
  const sample = fields.get('sample') ?? '';
  return stage === undefined || !seed || !/^\d{1,9}$/.test(sample)
    ? undefined
    : { stage, seed, sample: Number(sample) };
}

function nameAndValue(field: string): [string, string] {
  const [name = '', ...value] = field.split('=');
  return [name.trim(), value.join('=').trim()];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
