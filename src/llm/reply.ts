import { z } from 'zod';
import { failed, ok, type Outcome } from '../core/fault.ts';
import type { LlmReply, LlmRequest } from '../core/ports.ts';
import { describeEndpoint, type Endpoint } from './endpoint.ts';
import { llmFault } from './fault.ts';
import { printable } from './printable.ts';
import { roughTokens } from './tokens.ts';

const optionalText = z.string().nullish().catch(undefined);
const count = z.int().nonnegative();

const completion = z.object({
  model: optionalText,
  choices: z
    .array(
      z.object({
        finish_reason: optionalText,
        message: z.object({
          content: z.string().nullish(),
          refusal: optionalText,
          // Servers differ in the name: `reasoning` (vLLM, OpenRouter) or `reasoning_content` (DeepSeek, llama.cpp).
          reasoning: optionalText,
          reasoning_content: optionalText,
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(undefined),
});

type Completion = z.infer<typeof completion>;
type Choice = Completion['choices'][number];

/** Reads the body of a chat completion; usage is estimated where the server reports none. */
export function readReply(body: unknown, request: Pick<LlmRequest, 'messages'>, endpoint: Endpoint): Outcome<LlmReply> {
  const parsed = completion.safeParse(body);
  const choice = parsed.data?.choices[0];
  if (parsed.data === undefined || choice === undefined) return failed(unreadable(body, parsed.error, endpoint));
  if (isRefusal(choice)) return failed(refused(choice, endpoint));
  const { content, reasoning, reasoning_content } = choice.message;
  const thought = reasoning || reasoning_content;
  return ok({
    content: content ?? '',
    ...(thought ? { reasoning: thought } : {}),
    model: parsed.data.model || endpoint.model,
    finishReason: finishReason(choice.finish_reason),
    usage: usageOf(parsed.data.usage, request, `${thought ?? ''}${content ?? ''}`),
  });
}

function usageOf(
  usage: Completion['usage'],
  { messages }: Pick<LlmRequest, 'messages'>,
  text: string,
): LlmReply['usage'] {
  if (usage) return { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens };
  const prompt = messages.map(({ content }) => content).join('\n');
  return { promptTokens: roughTokens(prompt), completionTokens: roughTokens(text) };
}

function finishReason(reason: string | null | undefined): LlmReply['finishReason'] {
  return reason === 'stop' || reason === 'length' ? reason : 'other';
}

function isRefusal({ finish_reason, message }: Choice): boolean {
  return !message.content && (finish_reason === 'content_filter' || Boolean(message.refusal));
}

function refused({ message }: Choice, endpoint: Endpoint) {
  const why = printable(message.refusal || 'its content filter stopped the reply');
  return llmFault('refused', `${describeEndpoint(endpoint)} refused to answer: ${why}`);
}

function unreadable(body: unknown, error: z.ZodError | undefined, endpoint: Endpoint) {
  const issue = error?.issues[0];
  const why = `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'unreadable'}`;
  const start = printable((typeof body === 'string' ? body : (JSON.stringify(body) ?? 'nothing')).slice(0, 120));
  const where = describeEndpoint(endpoint);
  return llmFault('bad-response', `${where} sent no chat completion (${why}), but: ${start}. It is asked again.`);
}
