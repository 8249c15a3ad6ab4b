import { AbortController, AbortSignal } from './lib/abort.ts';
import { DOMException } from './lib/dom-exception.ts';
import { CustomEvent, Event } from './lib/event.ts';
import { EventTarget } from './lib/event-target.ts';

export default { AbortController, AbortSignal, CustomEvent, DOMException, Event, EventTarget } as unknown;
