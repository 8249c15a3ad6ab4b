// expects: accepted — calls back with receivers, argument lists and new.targets that nobody expects
const found = [];
const attempt = (run) => {
  try {
    run();
  } catch (thrown) {
    if (!(thrown instanceof Error)) found.push(`threw ${String(thrown)}`);
  }
};
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = ({ call, Point }) => {
  const loop = { call };
  loop.loop = loop;
  for (const receiver of [loop, globalThis, new Proxy(call, {}), Object.create(null), 1n, Symbol.iterator]) {
    attempt(() => call.call(receiver, receiver));
  }
  attempt(() => Reflect.apply(call, null, { length: 3, 0: 1 }));
  attempt(() => Reflect.construct(call, []));
  attempt(() => Reflect.construct(Point, [], Proxy));
  attempt(() => new new Proxy(Point, {})(1));
  attempt(() => Object.setPrototypeOf(call, null));
  attempt(() => call(new Proxy([], { get: () => call })));
  attempt(() => Object.defineProperty(call, 'name', { value: 'renamed' }));
  attempt(() => delete call.length);
};
export const reached = () => found;
