/** One turn of a chat, as OpenAI, TRL and most chat templates name its members. */
export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export function user(content: string): Message {
  return { role: 'user', content };
}

export function assistant(content: string): Message {
  return { role: 'assistant', content };
}
