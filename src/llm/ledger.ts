export interface Limits {
  readonly usd?: number;
  /** Prompt and completion tokens together. */
  readonly tokens?: number;
}

export interface Amount {
  readonly usd: number;
  readonly tokens: number;
}

/** Sums of dollars that are equal on paper differ in the last bits. */
const roundingUsd = 1e-9;

/** What was spent and what calls in flight may still cost: the two together never pass the limits. */
export class Ledger {
  readonly #limits: Limits;
  readonly #waiting = new Set<() => void>();
  #spent: Amount;
  #reserved: Amount = { usd: 0, tokens: 0 };

  constructor(limits: Limits, spent: Amount) {
    this.#limits = limits;
    this.#spent = spent;
  }

  get limits(): Limits {
    return this.#limits;
  }

  /** Spent so far, in US dollars and tokens. */
  get spent(): Amount {
    return this.#spent;
  }

  /** Sets an amount aside, after calls in flight have settled if need be; false when it no longer fits. */
  async reserve(amount: Amount): Promise<boolean> {
    while (this.#fits(sum(this.#spent, amount))) {
      const reserved = sum(this.#reserved, amount);
      if (this.#fits(sum(this.#spent, reserved))) {
        this.#reserved = reserved;
        return true;
      }
      await this.#nextSettlement();
    }
    return false;
  }

  /** Gives a reservation back and books what the call cost. */
  settle(reserved: Amount, cost: Amount): void {
    this.#reserved = sum(this.#reserved, { usd: -reserved.usd, tokens: -reserved.tokens });
    this.#spent = sum(this.#spent, cost);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  #fits({ usd, tokens }: Amount): boolean {
    const { usd: maxUsd = Infinity, tokens: maxTokens = Infinity } = this.#limits;
    return usd <= maxUsd + roundingUsd && tokens <= maxTokens;
  }

  #nextSettlement(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve));
  }
}

function sum(a: Amount, b: Amount): Amount {
  return { usd: a.usd + b.usd, tokens: a.tokens + b.tokens };
}
