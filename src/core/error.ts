/** Exit codes of every command. */
export const exitCode = {
  done: 0,
  internal: 1,
  badInput: 2,
  budgetReached: 3,
  locked: 75,
  notAccepted: 100,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export interface WinnowErrorOptions {
  /** A stable word for programs, such as `seed-invalid`. */
  readonly code: string;
  readonly exit: ExitCode;
  readonly cause?: unknown;
}

/** An error whose message is meant for people: what, where, why, and what to do next. */
export class WinnowError extends Error {
  readonly code: string;
  readonly exit: ExitCode;

  constructor(message: string, options: WinnowErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'WinnowError';
    this.code = options.code;
    this.exit = options.exit;
  }
}

/** Bad configuration or input: exit 2. */
export function inputError(code: string, message: string, cause?: unknown): WinnowError {
  return new WinnowError(message, { code, exit: exitCode.badInput, cause });
}
