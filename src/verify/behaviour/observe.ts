import { ok, type Outcome } from '../../core/fault.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import { ask, type Range } from './ask.ts';
import type { Behaviour, ObserveOptions, Subject } from './behaviour.ts';
import { observePiecewise } from './piecewise.ts';

/**
 * Runs a function on generated inputs, or a class through generated scenarios, and records what it does.
 *
 * One sandbox job tells it all, unless the function gives promises (two jobs), or a call does not end or prints or
 * takes too much: then that call is looked for in a bounded number of jobs. The inputs depend on `inputs`, `runs` and
 * `seed` only. A solution that does not load, or has no such function, has failed.
 */
export async function observe(
  sandbox: Pick<Sandbox, 'submit'>,
  subject: Subject,
  options: ObserveOptions,
): Promise<Outcome<Behaviour>> {
  const { cpuMs } = options.limits;
  const range: Range = [0, options.inputs.examples.length + options.runs];
  let waits = false;
  let asked = await ask(sandbox, { subject, options, range, cpuMs, waits });
  if (asked.ok && asked.value.kind === 'answered' && asked.value.answer.givesPromises) {
    waits = true;
    asked = await ask(sandbox, { subject, options, range, cpuMs, waits });
  }
  if (!asked.ok) return asked;
  const reply = asked.value;
  if (reply.kind === 'failed') return ok(reply);
  if (reply.kind === 'answered' && reply.answer.calls.size === reply.answer.total) {
    return ok({ kind: 'observed', calls: [...reply.answer.calls.values()] });
  }
  return await observePiecewise(sandbox, { subject, options, waits });
}
