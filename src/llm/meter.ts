/** What a process asked and was answered; a request that is retried counts once as sent. */
export interface Meter {
  /** Requests that went out, repeated ones included. */
  sent: number;
  /** Answers taken from the store, or from an identical request in flight. */
  stored: number;
  /** Requests sent again because an earlier process died before their reply was stored. */
  repeated: number;
  /** Further attempts at requests that met a fault. */
  retried: number;
  /** Tokens of the requests that were sent. */
  promptTokens: number;
  completionTokens: number;
}

export function newMeter(): Meter {
  return { sent: 0, stored: 0, repeated: 0, retried: 0, promptTokens: 0, completionTokens: 0 };
}
