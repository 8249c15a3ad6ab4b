/** What judging costs once everything has started. */
export interface Cost {
  /** Candidates a second, all workers together. */
  readonly perSecond: number;
  /** CPU time of all processes for one candidate; NaN where there is no `/proc`. */
  readonly cpuMs: number;
}
