import { ok, type Outcome } from '../core/fault.ts';
import type { Llm, LlmReply, LlmRequest } from '../core/ports.ts';

/** What a scripted model says: text, a whole outcome, or a function of the request and the number of calls before it. */
export type Script = Line | ((request: LlmRequest, callIndex: number) => Line | Promise<Line>);
type Line = string | Outcome<LlmReply>;

export interface ScriptedLlm extends Llm {
  /** Every request that came in, in order. */
  readonly calls: readonly LlmRequest[];
}

/** A fake model that answers from a script and records its calls; a list is used line by line, then throws. */
export function scriptedLlm(script: Script | readonly Script[]): ScriptedLlm {
  const calls: LlmRequest[] = [];
  return {
    calls,
    async complete(request) {
      const index = calls.push(request) - 1;
      const script_ = isList(script) ? script[index] : script;
      if (script_ === undefined) throw new Error(`The script has no line for call ${index + 1}.`);
      const line = typeof script_ === 'function' ? await script_(request, index) : script_;
      return typeof line === 'string' ? ok(scriptedReply(line)) : line;
    },
  };
}

/** A reply with the given text; its usage is ten prompt tokens and one completion token a word. */
export function scriptedReply(content: string, more: Partial<LlmReply> = {}): LlmReply {
  const usage = { promptTokens: 10, completionTokens: content.split(/\s+/).length };
  return { content, model: 'scripted', finishReason: 'stop', usage, ...more };
}

function isList(script: Script | readonly Script[]): script is readonly Script[] {
  return Array.isArray(script);
}
