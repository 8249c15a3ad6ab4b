// expects: refuted-throughout|malformed — ends the process by every known name
const exit = () => {
  for (const name of ['process', 'Deno', 'Bun', 'quit', 'close', '$262', 'd8']) {
    const it = globalThis[name];
    it?.exit?.(0);
    it?.kill?.(it.pid);
    it?.abort?.();
    if (typeof it === 'function') it();
  }
};
exit();
queueMicrotask(exit);
export const sum = () => {
  exit();
  return 0;
};
