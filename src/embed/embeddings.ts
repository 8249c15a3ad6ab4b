import { inputError } from '../core/error.ts';

/** Where embeddings are asked for: any server of OpenAI's embeddings API. */
export interface EmbeddingsEndpoint {
  /** Such as `http://127.0.0.1:8000/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
}

/** Gives each text a point, in the order of the texts. */
export type Embed = (texts: readonly string[], signal: AbortSignal) => Promise<readonly Float32Array[]>;

/** Texts of one request. */
const batchSize = 128;
const retries = 5;

/** What embeds texts at an endpoint, some at a time; a passing fault is tried again. Throws an input error for what lasts. */
export async function openEmbeddings({ baseUrl, model, apiKey }: EmbeddingsEndpoint): Promise<Embed> {
  const { OpenAI } = await import('openai');
  // What the package would otherwise take from the environment is given.
  const unset = { organization: null, project: null, adminAPIKey: null, webhookSecret: null, logLevel: 'off' } as const;
  const client = new OpenAI({ ...unset, baseURL: baseUrl, apiKey: apiKey ?? 'none', maxRetries: retries });
  const embedBatch = async (input: string[], signal: AbortSignal): Promise<Float32Array[]> => {
    try {
      const { data } = await client.embeddings.create({ model, input, encoding_format: 'float' }, { signal });
      if (data.length !== input.length) throw new Error(`it answered ${data.length} of ${input.length} texts`);
      return data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => Float32Array.from(embedding));
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      const problem = cause instanceof Error ? cause.message : String(cause);
      const message = `${baseUrl} gave no embeddings of ${model}: ${problem}. Check --embeddings-url and --embeddings-model, or leave them out: texts are then compared by their words.`;
      throw inputError('embeddings-failed', message, cause);
    }
  };
  return async (texts, signal) => {
    const points: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += batchSize) {
      points.push(...(await embedBatch(texts.slice(at, at + batchSize), signal)));
    }
    return points;
  };
}
