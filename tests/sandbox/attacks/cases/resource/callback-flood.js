// expects: timeout|memory — calls a callback of the suite without end, and swallows what it throws
export const repeat = (use) => {
  for (;;) {
    try {
      use(1);
    } catch {}
  }
};
