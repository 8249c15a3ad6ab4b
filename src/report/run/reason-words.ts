import type { ReasonRow } from '../../core/rows.ts';

/** A reason in one sentence, of whatever the row says. */
export function reasonWords(reason: ReasonRow): string {
  const because = reason['because'];
  const name = typeof because === 'string' ? because : reason.kind;
  const side = reason.side !== undefined && reason.side !== 'unknown' ? ` (the ${reason.side})` : '';
  const said = saying(reason);
  return `${name}${side}${said === '' ? '' : `: ${said}`}`;
}

const tellers: readonly ((reason: Readonly<Record<string, unknown>>) => string | undefined)[] = [
  ({ message }) => text(message),
  ({ diagnostics }) => listOf(diagnostics, ({ line, message }) => `line ${String(line)}: ${String(message)}`),
  ({ by }) => (isRecord(by) ? `${String(by['name'])} — ${text(by['message']) ?? ''}` : undefined),
  ({ limit }) => (typeof limit === 'string' ? `it went over the limit of ${limit}` : undefined),
  ({ difference }) => (isRecord(difference) ? `on ${String(difference['input'])} others answer otherwise` : undefined),
  ({ stubs }) => listOf(stubs, undefined, 'it accepts '),
  ({ survived, score }) =>
    Array.isArray(survived) ? `${survived.length} mutants survive (score ${String(score)})` : undefined,
  ({ faults }) => listOf(faults, ({ message, problem }) => String(message ?? problem)),
  ({ benchmark, problem, match }) =>
    text(benchmark) === undefined
      ? undefined
      : `the ${String(match)} of ${text(benchmark) ?? ''} ${text(problem) ?? ''}`,
  ({ of, in: place }) =>
    typeof of === 'string' ? `of ${of}${typeof place === 'string' ? ` in ${place}` : ''}` : undefined,
  ({ confidence }) =>
    typeof confidence === 'number' ? `${confidence.toFixed(2)} is less than the profile asks for` : undefined,
  ({ input }) => (typeof input === 'string' ? `on ${input}` : undefined),
  ({ why }) => text(why),
  ({ what }) => text(what),
  ({ excerpt }) => (typeof excerpt === 'string' ? `such as ${excerpt}` : undefined),
  ({ lift }) => (typeof lift === 'number' ? `a lift of ${lift.toFixed(2)}` : undefined),
  ({ words }) => listOf(words),
  ({ verdict }) => (isRecord(verdict) ? reasonWords(verdict as ReasonRow) : undefined),
];

function saying(reason: ReasonRow): string {
  for (const tell of tellers) {
    const said = tell(reason);
    if (said !== undefined) return said;
  }
  return '';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listOf(
  value: unknown,
  say: (one: Readonly<Record<string, unknown>>) => string = String,
  before = '',
): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return before + value.map((one) => (isRecord(one) ? say(one) : String(one))).join('; ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
