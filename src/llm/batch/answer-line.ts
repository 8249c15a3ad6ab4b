import { z } from 'zod';
import { failed, type Outcome } from '../../core/fault.ts';
import type { LlmReply, LlmRequest } from '../../core/ports.ts';
import { secretsOf, type Endpoint } from '../endpoint.ts';
import { httpFault } from '../http-fault.ts';
import { printable } from '../printable.ts';
import { readReply } from '../reply.ts';
import { unanswered } from './faults.ts';

/** A line of a batch's output or errors. */
export interface AnswerLine {
  readonly custom_id: string;
  readonly response?: { readonly status_code: number; readonly body?: unknown } | null | undefined;
  readonly error?: Said | null | undefined;
}

interface Said {
  readonly code?: string | null | undefined;
  readonly message?: string | null | undefined;
}

const words = z.string().nullish().catch(undefined);
const said = z.object({ code: words, message: words });

const answerLine: z.ZodType<AnswerLine> = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.int(), body: z.unknown().optional() }).nullish(),
  error: said.nullish().catch(undefined),
});

/** Reads a line; undefined where it is no answer to a request. */
export function readAnswerLine(line: string): AnswerLine | undefined {
  try {
    return answerLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** The outcome that a line says, as the same answer has when the request goes out alone. */
export function outcomeOf(
  { response, error }: AnswerLine,
  request: Pick<LlmRequest, 'messages'>,
  { batch, endpoint }: { readonly batch: string; readonly endpoint: Endpoint },
): Outcome<LlmReply> {
  if (response && response.status_code < 400) return readReply(response.body, request, endpoint);
  const code = error?.code ?? '';
  if (/^batch_(expired|cancell?ed)$/.test(code)) {
    return failed(unanswered(batch, code.replace(/^batch_/, ''), endpoint));
  }
  const { code: bodyCode, message } = error ?? errorIn(response?.body);
  const status = response?.status_code ?? 500;
  const fault = {
    status,
    code: bodyCode ?? '',
    said: printable(message ?? '', secretsOf(endpoint)),
    headers: undefined,
  };
  return failed(httpFault(fault, endpoint));
}

function errorIn(body: unknown): Said {
  return z.object({ error: said }).safeParse(body).data?.error ?? {};
}
