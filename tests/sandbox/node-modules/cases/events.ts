const emitter = "const EventEmitter = require('events'); const e = new EventEmitter(); const log = [];";

const lines = String.raw`
e.on('a', (...args) => log.push(args)); return [e.emit('a', 1, 2), e.emit('b'), log]
e.once('a', () => log.push(1)); e.emit('a'); e.emit('a'); return log
e.on('a', () => log.push(1)); e.prependListener('a', () => log.push(0)); e.prependOnceListener('a', () => log.push(-1)); e.emit('a'); e.emit('a'); return log
const f = () => log.push(1); e.on('a', f); e.on('a', f); e.off('a', f); e.emit('a'); return log
e.emit('error', new RangeError('x'))
e.emit('error', 'text')
e.emit('error', { a: 1 })
e.emit('error')
e.on('error', (error) => log.push(error.message)); e.emit('error', new Error('x')); return log
e.on(EventEmitter.errorMonitor, (error) => log.push(error)); try { e.emit('error', new Error('x')) } catch (error) { log.push(error.message) } return log
e.on('a', 5)
e.on('newListener', (name) => log.push(name)); e.on('a', () => {}); return log
e.on('removeListener', (name) => log.push(name)); const f = () => {}; e.on('a', f); e.removeListener('a', f); return log
e.on('a', () => {}); e.on(Symbol.iterator, () => {}); return e.eventNames()
e.on('a', () => {}); e.once('a', () => {}); return [e.listenerCount('a'), e.listeners('a').length, e.rawListeners('a').length, EventEmitter.listenerCount(e, 'a')]
const f = () => {}; e.on('a', f).on('a', f).on('a', () => {}); return e.listenerCount('a', f)
e.on('a', () => {}); e.removeAllListeners('a'); return e.listenerCount('a')
e.on('a', () => {}); e.on('b', () => {}); e.removeAllListeners(); return e.eventNames()
e.setMaxListeners(3); return [e.getMaxListeners(), EventEmitter.defaultMaxListeners]
e.setMaxListeners(-1)
e.on('a', function () { log.push(this === e) }); e.emit('a'); return log
e.on('a', () => { e.off('a', second); log.push(1) }); const second = () => log.push(2); e.on('a', second); e.emit('a'); e.emit('a'); return log
setTimeout(() => e.emit('a', 1, 2), 5); return EventEmitter.once(e, 'a')
setTimeout(() => e.emit('error', new Error('x')), 5); return EventEmitter.once(e, 'a')
setTimeout(() => e.emit('error', 1), 5); return EventEmitter.once(e, 'error')
const c = new AbortController(); setTimeout(() => c.abort(), 5); return EventEmitter.once(e, 'a', { signal: c.signal })
setTimeout(() => { e.emit('a', 1); e.emit('a', 2); e.emit('end') }, 5); for await (const args of EventEmitter.on(e, 'a', { close: ['end'] })) log.push(args); return log
setTimeout(() => { e.emit('a', 1); e.emit('error', new Error('x')) }, 5); try { for await (const args of EventEmitter.on(e, 'a')) log.push(args) } catch (error) { log.push(error) } return log
setTimeout(() => { e.emit('a', 1); e.emit('a', 2) }, 5); for await (const args of EventEmitter.on(e, 'a')) { log.push(args); if (log.length === 2) break } return [log, e.listenerCount('a')]
EventEmitter.getEventListeners(e, 'a')
class Mine extends EventEmitter { constructor() { super(); this.x = 1 } go() { return this.emit('go', this.x) } } const m = new Mine(); m.on('go', (x) => log.push(x)); return [m.go(), log, m instanceof EventEmitter]
function Old() { EventEmitter.call(this) } require('util').inherits(Old, EventEmitter); const o = new Old(); o.on('a', () => log.push(1)); o.emit('a'); return log
const mixed = Object.assign({}, EventEmitter.prototype); mixed.on('a', () => log.push(1)); mixed.emit('a'); return log
return [EventEmitter.EventEmitter === EventEmitter, require('node:events').EventEmitter === EventEmitter, typeof EventEmitter.addAbortListener]
const t = new EventTarget(); setTimeout(() => t.dispatchEvent(new Event('a')), 1); return (await EventEmitter.once(t, 'a'))[0].type
`
  .trim()
  .split('\n')
  .map((code) => `${emitter} ${/\breturn\b/.test(code) ? code : `return ${code}`}`);

const web = String.raw`
const t = new EventTarget(); const log = []; t.addEventListener('a', (event) => log.push(event.type, event.target === t, event.currentTarget === t, event.eventPhase)); return [t.dispatchEvent(new Event('a')), log]
const t = new EventTarget(); const log = []; const f = () => log.push(1); t.addEventListener('a', f); t.addEventListener('a', f); t.dispatchEvent(new Event('a')); t.removeEventListener('a', f); t.dispatchEvent(new Event('a')); return log
const t = new EventTarget(); const log = []; t.addEventListener('a', () => log.push(1), { once: true }); t.dispatchEvent(new Event('a')); t.dispatchEvent(new Event('a')); return log
const t = new EventTarget(); const log = []; t.addEventListener('a', { handleEvent(event) { log.push(this !== undefined, event.type) } }); t.dispatchEvent(new Event('a')); return log
const t = new EventTarget(); t.addEventListener('a', (event) => event.preventDefault()); return [t.dispatchEvent(new Event('a', { cancelable: true })), t.dispatchEvent(new Event('a'))]
const t = new EventTarget(); const log = []; t.addEventListener('a', (event) => { event.stopImmediatePropagation(); log.push(1) }); t.addEventListener('a', () => log.push(2)); t.dispatchEvent(new Event('a')); return log
const t = new EventTarget(); const c = new AbortController(); const log = []; t.addEventListener('a', () => log.push(1), { signal: c.signal }); c.abort(); t.dispatchEvent(new Event('a')); return log
const t = new EventTarget(); const e = new Event('a'); t.addEventListener('a', () => t.dispatchEvent(e), { once: true }); return t.dispatchEvent(new Event('b'))
class Mine extends EventTarget { go() { this.dispatchEvent(new CustomEvent('go', { detail: 7 })) } } const m = new Mine(); const log = []; m.addEventListener('go', (event) => log.push(event.detail)); m.go(); return log
new EventTarget().dispatchEvent({ type: 'a' })
new Event()
const e = new Event('x', { bubbles: true }); return [e.type, e.bubbles, e.cancelable, e.composed, e.defaultPrevented, e.target, e.eventPhase, e.isTrusted, e.composedPath()]
String(new Event('x')) + String(new EventTarget())
const c = new AbortController(); const log = []; c.signal.addEventListener('abort', (event) => log.push(event.type)); c.signal.onabort = () => log.push('on'); c.abort(); c.abort(); return [log, c.signal.aborted, c.signal.reason]
const c = new AbortController(); c.abort('why'); return [c.signal.reason, c.signal.aborted]
const c = new AbortController(); c.signal.throwIfAborted(); c.abort(); c.signal.throwIfAborted()
new AbortSignal()
AbortSignal.abort().reason
AbortSignal.abort(5).reason
const s = AbortSignal.timeout(3); await new Promise((resolve) => s.addEventListener('abort', resolve)); return s.reason
const c = new AbortController(); const s = AbortSignal.any([c.signal, new AbortController().signal]); c.abort('one'); return [s.aborted, s.reason]
AbortSignal.any([AbortSignal.abort('first')]).reason
const c = new AbortController(); c.abort(); return [c.signal.reason.name, c.signal.reason.code, c.signal.reason instanceof DOMException, c.signal.reason instanceof Error, String(c.signal)]
const e = new DOMException('m', 'NotFoundError'); return [e.name, e.message, e.code, String(e), e instanceof Error]
const e = new DOMException(); return [e.name, e.message, e.code]
const e = new DOMException('m', { name: 'DataCloneError', cause: 3 }); return [e.name, e.cause, e.code]
`
  .trim()
  .split('\n');

export const eventCases: readonly string[] = [...lines, ...web];
