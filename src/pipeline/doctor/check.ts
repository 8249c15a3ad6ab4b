/** `note`: it works, but somebody should know. `problem`: a run would fail, or not be what it seems. */
export type CheckState = 'ok' | 'note' | 'problem';

export type CheckGroup = 'machine' | 'sandbox' | 'endpoint' | 'store';

export interface DoctorCheck {
  readonly group: CheckGroup;
  readonly name: string;
  readonly state: CheckState;
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}

type Line = Omit<DoctorCheck, 'group'>;

export function fine(name: string, found: string): Line {
  return { name, state: 'ok', found };
}

export function note(name: string, found: string, advice: string): Line {
  return { name, state: 'note', found, advice };
}

export function problem(name: string, found: string, advice: string): Line {
  return { name, state: 'problem', found, advice };
}

export function inGroup(group: CheckGroup, lines: readonly Line[]): readonly DoctorCheck[] {
  return lines.map((line) => ({ group, ...line }));
}

export type { Line };
