import type { Outcome } from './fault.ts';
import type { Signature } from './signature.ts';
import type { TestStyle } from './test-style.ts';
import type { Diagnostic } from './verdict.ts';

/** What a request asks for. */
export const requestStages = [
  'screen',
  'task',
  'evolve',
  'eliminate',
  'critique',
  'revise',
  'solve',
  'tests',
  'repair',
  'describe',
  'roundtrip',
  'baseline',
  'bench',
] as const;

export type RequestStage = (typeof requestStages)[number];

/** Names a request independently of its wording: its stage, its seed, and which of several samples it is. */
export interface RequestLabel {
  readonly stage: RequestStage;
  readonly seed: string;
  readonly sample: number;
}

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface LlmRequest {
  readonly label: RequestLabel;
  readonly messages: readonly Message[];
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxTokens?: number;
  readonly stop?: readonly string[];
  /** What the reply is to look like, for servers that can hold a model to it; the messages say so too. */
  readonly shape?: ReplyShape;
}

/** A JSON schema with a name of letters, digits, `_` and `-`. */
export interface ReplyShape {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface LlmReply {
  readonly content: string;
  /** The model's reasoning, where the server sends it apart from the content. */
  readonly reasoning?: string;
  readonly model: string;
  /** The endpoint's configured name, where there are several. */
  readonly endpoint?: string;
  readonly finishReason: 'stop' | 'length' | 'other';
  readonly usage: { readonly promptTokens: number; readonly completionTokens: number };
}

/** A model behind an endpoint. */
export interface Llm {
  complete(request: LlmRequest): Promise<Outcome<LlmReply>>;
}

/** Stored replies, by the content hash of the whole request. */
export interface ReplyCache {
  get(key: string): Promise<LlmReply | undefined>;
  /** Durable when it resolves: a reply is used only after that. */
  put(key: string, reply: LlmReply): Promise<void>;
  /** Notes that a request goes out; `repeated` when an earlier process sent it and died before its reply was stored. */
  begin(key: string): Promise<{ readonly repeated: boolean }>;
  /** Notes that a begun request ended without a reply, so that asking again repeats nothing. */
  withdraw(key: string): Promise<void>;
}

/** A batch of requests that is under way at an endpoint, or may be. */
export interface PendingBatch {
  /** Names the batch here and, as its metadata, at the server. */
  readonly hash: string;
  /** The endpoint's configured name. */
  readonly endpoint: string;
  /** The requests in it, by the key of their reply. */
  readonly keys: readonly string[];
  /** When it was opened, in milliseconds since the epoch. */
  readonly at: number;
  /** The uploaded file; absent while it is on its way. */
  readonly inputFile?: string;
  /** The server's name for the batch; absent while it is uncertain whether the server has it. */
  readonly id?: string;
}

/** `keys` keeps those of which a reply can still come. */
export type BatchChange = Partial<Pick<PendingBatch, 'inputFile' | 'id' | 'keys'>>;

/** What is known of batches under way, so that a kill pays for none of them twice. */
export interface BatchJournal {
  /** Notes a batch before anything of it goes out; durable when it resolves. */
  open(batch: PendingBatch): Promise<void>;
  update(hash: string, change: BatchChange): Promise<void>;
  /** The batches of an endpoint with a request whose reply is not stored yet, in the order in which they were opened. */
  pending(endpoint: string): Promise<readonly PendingBatch[]>;
  /** Forgets a batch from which no reply can come any more. */
  close(hash: string): Promise<void>;
}

export interface TypeCheckJob {
  readonly solution: string;
  /** It imports the solution, or imports nothing and sees the solution's declarations as globals. */
  readonly suite?: string;
  /** TypeScript unless given; JavaScript is checked by its JSDoc. */
  readonly language?: 'ts' | 'js';
  /** What the suite is written for; detected unless given. */
  readonly style?: TestStyle;
  /** The function that is asked for: a global of that name is the solution's whatever else has the name. */
  readonly entryPoint?: string;
  /** Further modules of the solution, by their path relative to it, such as `lib/util.ts`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A strict TypeScript check of candidates, each seen apart from all others. */
export interface TypeChecker {
  check(jobs: readonly TypeCheckJob[]): Promise<readonly Outcome<readonly Diagnostic[]>[]>;
  close(): Promise<void>;
}

/** A text that an index of near-duplicates knows, or is to know. */
export interface IndexedText {
  readonly id: string;
  readonly signature: Signature;
  /** What it is, and where it came from, in a few words. */
  readonly note: string;
}

/** A text near to another. */
export interface Neighbour {
  /** Its place among all that the index knows, from 0. */
  readonly row: number;
  readonly id: string;
  readonly note: string;
  /** Jaccard similarity, estimated. */
  readonly similarity: number;
}

/** An index of near-duplicates that may hold more than memory does; quickest with thousands of texts at a time. */
export interface NeighbourIndex {
  /** Texts that it knows. */
  readonly size: number;
  /** For each signature, the known texts that are at least so similar, nearest first. */
  near(signatures: readonly Signature[], threshold: number): readonly (readonly Neighbour[])[];
  /** Makes texts known; durable when it returns. */
  add(texts: readonly IndexedText[]): void;
  /** Makes texts known, and gives for each the earlier ones, those before it in the same call included, that are near. */
  link(texts: readonly IndexedText[], threshold: number): readonly (readonly Neighbour[])[];
  /** How many texts it knew when this name was given for the first time. */
  sizeWhen(name: string): number;
  /** What it knows under a place. */
  text(row: number): IndexedText | undefined;
  close(): void;
}

/** Wall-clock time in milliseconds since the epoch; injected so that tests and golden files are deterministic. */
export interface Clock {
  now(): number;
}
