import type { LlmRequest } from '../../core/ports.ts';
import { chatBody, type BodyOptions } from '../chat-body.ts';
import { formatLabel, labelMetadata } from '../label.ts';
import type { ReplyFormat } from '../reply-format.ts';

export interface LineOptions extends BodyOptions {
  /**
   * Whether each body names its request, as the recorded model asks. Default false: OpenAI refuses `metadata` of replies
   * that it does not store.
   */
  readonly labelled?: boolean;
  /** Holds replies to the shape that a request names. Default `off`. */
  readonly holdTo?: ReplyFormat;
}

/** The line of a batch's input that asks for one reply, its newline included; its `custom_id` is the reply's key. */
export function requestLine(request: LlmRequest, key: string, options: LineOptions): string {
  const metadata = { [labelMetadata]: formatLabel(request.label) };
  const body = { ...chatBody(request, options, options.holdTo), ...(options.labelled && { metadata }) };
  return `${JSON.stringify({ custom_id: key, method: 'POST', url: '/v1/chat/completions', body })}\n`;
}
