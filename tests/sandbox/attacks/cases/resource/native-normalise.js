// expects: timeout|memory|refuted-throughout — normalises, compares and replaces texts of a hundred million characters
export const sum = () => {
  const text = '\u1e9b\u0323'.repeat(5e7);
  return text.normalize('NFKD').localeCompare(text.replaceAll('', '\u0323'));
};
