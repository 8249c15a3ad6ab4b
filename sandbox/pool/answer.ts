/** Reads what a child says. It is not to be trusted: whoever broke out of an isolate can say anything. */
import type { FromChild } from '../host/protocol.ts';
import {
  type Job,
  type Limit,
  maxKillers,
  type MutantReport,
  type Report,
  type Side,
  type TestReport,
} from '../types.ts';

type Fields = Readonly<Record<string, unknown>>;

const sides: readonly Side[] = ['solution', 'suite', 'unknown'];
const limits: readonly Limit[] = ['wall', 'cpu', 'memory', 'output', 'crash'];
const outcomes: readonly TestReport['outcome'][] = ['passed', 'failed', 'skipped'];

const mutantOutcomes: readonly MutantReport['outcome'][] = ['survived', 'uncovered', 'unjudged'];

const frameBytes = 64 * 1024;
/** The report and what was printed have this limit each, and JSON may write a byte as six. */
const bytesPerOutputByte = 12;

/** A name of a test, shortened, in JSON, and what is round it. */
const bytesPerName = 2048;

type AskedOf = Pick<Job, 'limits' | 'mutants' | 'killers'>;

/** The longest answer, in bytes, that a job can have. */
export function maxAnswerBytes({ limits: { outputKb }, mutants = [], killers }: AskedOf): number {
  const names = killers === 'all' ? maxKillers : 1;
  return frameBytes + outputKb * 1024 * bytesPerOutputByte + mutants.length * names * bytesPerName;
}

/** The answer in a frame; undefined when it is none. */
export function readAnswer(text: string): FromChild | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isAnswer(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAnswer(value: unknown): value is FromChild {
  if (!isFields(value)) return false;
  if (value['kind'] === 'ready') return true;
  const isNumbered = Number.isSafeInteger(value['ticket']) && Number.isFinite(value['durationMs']);
  return value['kind'] === 'ended' && isNumbered && (value['report'] === 'starved' || isReport(value['report']));
}

function isReport(value: unknown): value is Report {
  if (!isFields(value)) return false;
  switch (value['kind']) {
    case 'ran':
      if (value['mutants'] !== undefined && !isListOf(value['mutants'], isMutant)) return false;
      return isText(value['isolation']) && isText(value['console']) && isListOf(value['tests'], isTest);
    case 'malformed':
      return isOneOf(sides, value['side']) && isText(value['stage']) && isText(value['message']);
    case 'stopped':
      return isOneOf(sides, value['side']) && isOneOf(limits, value['limit']);
    case 'tampered':
      return isText(value['what']);
    default:
      return false;
  }
}

function isMutant(value: unknown): value is MutantReport {
  if (!isFields(value) || !isText(value['id'])) return false;
  if (value['outcome'] === 'killed')
    return isText(value['by']) && (value['also'] === undefined || isListOf(value['also'], isText));
  if (value['outcome'] === 'stopped') return value['by'] === undefined || isText(value['by']);
  return isOneOf(mutantOutcomes, value['outcome']);
}

function isTest(value: unknown): value is TestReport {
  if (!isFields(value) || !isText(value['name']) || !isOneOf(outcomes, value['outcome'])) return false;
  const { message, counterexample } = value;
  return (
    (message === undefined || isText(message)) && (counterexample === undefined || isCounterexample(counterexample))
  );
}

function isCounterexample(value: unknown): boolean {
  if (!isFields(value) || !isText(value['values']) || !isText(value['path'])) return false;
  return Number.isFinite(value['seed']) && Number.isFinite(value['shrinks']);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isOneOf<T>(all: readonly T[], value: unknown): value is T {
  return (all as readonly unknown[]).includes(value);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}
