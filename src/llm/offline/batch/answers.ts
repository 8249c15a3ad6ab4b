import { WinnowError } from '../../../core/error.ts';
import type { RequestLabel } from '../../../core/ports.ts';
import type { Recording } from '../../recordings.ts';
import { refusalBody, type Refusal } from '../answer.ts';
import { attemptCounter, notRecorded, type ChatOptions } from '../chat.ts';
import { completionOf, wholeBody } from '../completion.ts';
import { drawFault } from '../draw.ts';
import type { ReplySource } from '../reply-source.ts';
import { chatRequestOf } from '../request.ts';
import type { RequestLog } from '../request-log.ts';
import type { InputLine } from './input.ts';

/** How batches go wrong. */
export interface BatchFaults {
  /** The share of a batch's requests, from 0 to 1, that it leaves without a line as it expires. One at least has one. */
  readonly expireAfter?: number;
  /** The share of requests that end with status 500. */
  readonly failLines?: number;
  /** Whether the last line of the output is cut short. */
  readonly cutLastLine?: boolean;
}

export interface AnswerOptions extends Pick<ChatOptions, 'seed'> {
  readonly source: ReplySource;
  readonly faults: BatchFaults;
}

/** What became of a batch's requests. */
export interface Answers {
  /** JSONL: the answered requests. */
  readonly output: string;
  /** JSONL: the failed ones. */
  readonly errors: string;
  readonly completed: number;
  readonly failed: number;
}

interface AnsweredLine {
  readonly status: number;
  readonly text: string;
}

/** Answers the requests of a batch from recordings. */
export type BatchAnswerer = (lines: readonly InputLine[]) => Promise<Answers>;

export function batchAnswerer({ source, seed = 0, faults }: AnswerOptions, log: RequestLog): BatchAnswerer {
  const nextAttempt = attemptCounter(seed);

  const answer = async (body: InputLine['body']): Promise<{ status: number; body: unknown }> => {
    const chat = chatRequestOf(body);
    if ('status' in chat) return refused(chat);
    const isRecorded = source.has(chat.label);
    const fault = isRecorded ? drawFault({ '500': faults.failLines ?? 0 }, nextAttempt(chat.label)) : undefined;
    const status = fault ? 500 : isRecorded ? 200 : 404;
    log.add({ label: chat.label, status, ...(fault && { fault }) });
    if (fault) return refused(toldToFail);
    const recording = recordingOf(source, chat.label);
    if ('status' in recording) return refused(recording);
    return { status, body: wholeBody(await completionOf(recording, chat)) };
  };

  return async (lines) => {
    const answered: AnsweredLine[] = [];
    for (const { customId, body } of lines.slice(0, answeredCount(lines.length, faults))) {
      const { status, body: reply } = await answer(body);
      const response = { status_code: status, request_id: `req_${customId}`, body: reply };
      const text = JSON.stringify({ id: `batch_req_${customId}`, custom_id: customId, response, error: null });
      answered.push({ status, text: `${text}\n` });
    }
    const [good, bad] = [answered.filter(isGood), answered.filter((line) => !isGood(line))];
    const output = good.map(({ text }) => text).join('');
    return {
      output: faults.cutLastLine ? output.slice(0, -20) : output,
      errors: bad.map(({ text }) => text).join(''),
      completed: good.length,
      failed: bad.length,
    };
  };
}

/** A recording that cannot be read fails its own request, not the whole batch. */
function recordingOf(source: ReplySource, label: RequestLabel): Recording | Refusal {
  try {
    return source.read(label) ?? notRecorded(label);
  } catch (error) {
    if (!(error instanceof WinnowError)) throw error;
    return { status: 422, type: 'server_error', code: 'internal', message: error.message };
  }
}

function answeredCount(count: number, { expireAfter = 0 }: BatchFaults): number {
  return Math.max(1, Math.ceil(count * (1 - expireAfter)));
}

function isGood({ status }: AnsweredLine): boolean {
  return status === 200;
}

function refused(refusal: Refusal): { status: number; body: unknown } {
  return { status: refusal.status, body: refusalBody(refusal) };
}

const toldToFail: Refusal = {
  status: 500,
  type: 'server_error',
  code: 'injected',
  message: 'The offline model was told to fail here.',
};
