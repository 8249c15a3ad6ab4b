import type OpenAI from 'openai';
import { ok, type Outcome } from '../../core/fault.ts';
import { callEndpoint, type CallOptions } from '../call.ts';
import { chatBody, type BodyOptions } from '../chat-body.ts';
import { formatLabel, labelHeader, probeLabel } from '../label.ts';
import { openSdk, requireHttp } from '../sdk.ts';

export interface ProbeOptions extends BodyOptions, CallOptions {}

/** What came back of one request. */
export interface Answer {
  readonly body: unknown;
  readonly headers: Headers;
  readonly ms: number;
}

const headers = { [labelHeader]: formatLabel(probeLabel) };

/** Asks an endpoint things that a run does not ask, each within the time limit. */
export class ProbeSession {
  readonly #options: ProbeOptions;
  #sdk: Promise<OpenAI> | undefined;

  /** Throws `base-url-invalid`. */
  constructor(options: ProbeOptions) {
    requireHttp(options.baseUrl);
    this.#options = options;
  }

  get model(): string {
    return this.#options.model;
  }

  /** What stands at a path below the base URL. */
  get(path: string): Promise<Outcome<Answer>> {
    return this.#timed((sdk, signal) => sdk.get<unknown>(path, { signal }));
  }

  /** A short completion, with further members in its body. */
  chat(prompt: string, extra: object = {}): Promise<Outcome<Answer>> {
    return this.#timed((sdk, signal) => sdk.chat.completions.create(this.#body(prompt, extra), { signal, headers }));
  }

  /** Whether pieces of a completion come one after the other, and how many. */
  async streamed(prompt: string): Promise<Outcome<number>> {
    return await callEndpoint(async (signal) => {
      const sdk = await this.#open();
      const body = { ...this.#body(prompt, {}), stream: true } as const;
      let pieces = 0;
      for await (const piece of await sdk.chat.completions.create(body, { signal, headers }))
        pieces += piece.choices.length;
      return ok(pieces);
    }, this.#options);
  }

  #body(prompt: string, extra: object): OpenAI.ChatCompletionCreateParamsNonStreaming {
    const request = { messages: [{ role: 'user', content: prompt }], maxTokens: 200 } as const;
    return { ...chatBody({ label: probeLabel, ...request }, this.#options), ...extra };
  }

  #timed(
    send: (sdk: OpenAI, signal: AbortSignal) => { withResponse(): Promise<{ data: unknown; response: Response }> },
  ): Promise<Outcome<Answer>> {
    return callEndpoint(async (signal) => {
      const sdk = await this.#open();
      const begun = performance.now();
      const { data, response } = await send(sdk, signal).withResponse();
      return ok({ body: data, headers: response.headers, ms: performance.now() - begun });
    }, this.#options);
  }

  #open(): Promise<OpenAI> {
    return (this.#sdk ??= openSdk(this.#options));
  }
}
