const maxNotices = 10;

/** Says so many things and then no more. */
export function limited(say: (notice: string) => void): (notice: string) => void {
  let said = 0;
  return (notice) => {
    said += 1;
    if (said <= maxNotices) say(notice);
    if (said === maxNotices) say('further lines like these are only counted');
  };
}

/** Passes on a value the first time that it comes, for the first few values. */
export function once(say: (value: string) => void): (value: string) => void {
  const said = new Set<string>();
  return (value) => {
    if (said.size >= maxNotices || said.has(value)) return;
    said.add(value);
    say(value);
  };
}
