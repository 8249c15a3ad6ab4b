import { setImmediate } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestLabel } from '../../core/ports.ts';
import { formatLabel } from '../label.ts';
import { sendRefusal, type Refusal } from './answer.ts';
import { completionOf, type Completion } from './completion.ts';
import { deliver } from './deliver.ts';
import { drawFault, drawLatencyMs, type Attempt, type FaultRates } from './draw.ts';
import type { ReplySource } from './reply-source.ts';
import { readChatRequest } from './request.ts';
import type { RequestLog } from './request-log.ts';

export interface ChatOptions {
  readonly faults?: FaultRates;
  /** The mean of the time before an answer begins. Default 0. */
  readonly latencyMs?: number;
  /** How fast replies are written. Default: at once. */
  readonly tokensPerSecond?: number;
  /** What an injected 429 asks to wait. Default 1000. */
  readonly retryAfterMs?: number;
  /** Draws faults and latencies. Default 0. */
  readonly seed?: number;
  /** A JSONL file to which a line is added for each request that names a recording. */
  readonly logFile?: string;
}

type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers chat completions from a source of replies. */
export function chatAnswerer(options: ChatOptions, source: ReplySource, log: RequestLog): Answerer {
  const nextAttempt = attemptCounter(options.seed ?? 0);
  return async (request, response) => {
    const chat = await readChatRequest(request);
    if ('status' in chat) return sendRefusal(response, chat);
    if (!source.has(chat.label)) return refuse(response, notRecorded(chat.label), chat.label, log);
    const attempt = nextAttempt(chat.label);
    const fault = drawFault(options.faults ?? {}, attempt);
    log.add({
      label: chat.label,
      status: fault === '429' || fault === '500' ? Number(fault) : 200,
      ...(fault && { fault }),
    });
    // All that arrived is logged before the work on any of it: a kill then finds no request sent and not logged.
    await setImmediate();
    const recording = source.read(chat.label);
    if (recording === undefined) return sendRefusal(response, notRecorded(chat.label));
    const completion = await completionOf(recording, chat);
    const timing = timingOf(completion, attempt, options);
    return deliver(response, {
      completion,
      request: chat,
      fault,
      ...timing,
      retryAfterMs: options.retryAfterMs ?? 1000,
    });
  };
}

function refuse(response: ServerResponse, refusal: Refusal, label: RequestLabel, log: RequestLog): void {
  log.add({ label, status: refusal.status });
  sendRefusal(response, refusal);
}

function timingOf({ usage }: Completion, attempt: Attempt, { latencyMs = 0, tokensPerSecond = Infinity }: ChatOptions) {
  return {
    latencyMs: drawLatencyMs(latencyMs, attempt),
    writingMs: (usage.completion_tokens / tokensPerSecond) * 1000,
  };
}

/** Counts the attempts at each request, from 1. */
export function attemptCounter(seed: number): (label: RequestLabel) => Attempt {
  const attempts = new Map<string, number>();
  return (label) => {
    const name = formatLabel(label);
    const attempt = (attempts.get(name) ?? 0) + 1;
    attempts.set(name, attempt);
    return { seed, label, attempt };
  };
}

/** Why a request without a recorded reply is refused. */
export function notRecorded(label: RequestLabel): Refusal {
  const what = `The offline model has no recorded reply for ${formatLabel(label)}`;
  const message = `${what}: no file ${label.seed}/${label.stage}-${label.sample}.md among its replies.`;
  return { status: 404, type: 'invalid_request_error', code: 'not_recorded', message };
}
