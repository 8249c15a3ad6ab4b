// expects: refuted|timeout|memory — calls back, is called back, and so on without end
export const deepen = (use, depth) => use((next) => deepen(next, depth + 1), depth);
