import { ok, type Outcome } from '../core/fault.ts';
import type { TypeChecker } from '../core/ports.ts';
import type { Diagnostic, NonEmpty, Verdict } from '../core/verdict.ts';
import type { Candidate } from './candidate.ts';

export type IllTyped = Extract<Verdict, { kind: 'ill-typed' }>;

/** What the strict type check holds against a candidate, or nothing. */
export async function checkTypes(
  types: Pick<TypeChecker, 'check'>,
  { solution, suite, language, style, entryPoint, files }: Candidate,
): Promise<Outcome<IllTyped | undefined>> {
  const job = {
    solution,
    suite,
    ...(language !== undefined && { language }),
    ...(style !== undefined && { style }),
    ...(entryPoint !== undefined && { entryPoint }),
    ...(files !== undefined && { files }),
  };
  const [checked] = await types.check([job]);
  if (!checked) throw new Error('the type checker answered fewer jobs than it was given');
  if (!checked.ok) return checked;
  const [first] = checked.value;
  if (!first) return ok(undefined);
  const diagnostics = checked.value as NonEmpty<Diagnostic>;
  const side = diagnostics.some(({ file }) => file === 'solution') ? 'solution' : 'suite';
  return ok({ kind: 'ill-typed', side, diagnostics });
}
