/** Where rows of text go, one after the other. */
export interface RowSink {
  /** Takes a row with its newline; resolves when there is room for the next one. */
  write(text: string): Promise<void>;
  /** Hands on what was taken so far, as safely as the place allows. */
  save(): Promise<void>;
  /** Completes the whole; nothing is written after it. */
  finish(): Promise<void>;
  /** Gives back what is held; what was not saved is lost. Does nothing after `finish`. */
  close(): Promise<void>;
}
