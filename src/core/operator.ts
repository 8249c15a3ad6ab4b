/**
 * The operators of Evol-Instruct (Xu et al. 2023, "WizardLM"; Luo et al. 2023, "WizardCoder"): how a task becomes
 * another, harder one, or (`mutate`) a new one of the same domain.
 */
export const operators = [
  'constrain',
  'deepen',
  'concretise',
  'reason',
  'complicate',
  'debug',
  'bound',
  'mutate',
] as const;

export type Operator = (typeof operators)[number];
