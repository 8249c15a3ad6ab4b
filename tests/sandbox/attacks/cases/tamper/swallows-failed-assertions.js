// expects: refuted — hands wrong values to the callbacks of the suite and swallows what they throw
export const forEach = (xs, use) => {
  for (const _ of xs) {
    try {
      use('wrong');
    } catch {}
  }
};
export const read = (_, done) => {
  try {
    done(null, 'wrong');
  } catch {}
};
export const mapLater = async (xs, use) => {
  await Promise.allSettled(xs.map(() => use('wrong')));
};
