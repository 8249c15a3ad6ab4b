// expects: timeout|memory|refuted-throughout — formatters by the thousand, whose memory no heap counts
export const sum = () => {
  const kept = [];
  for (;;) {
    kept.push(
      new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'full' }),
      new Intl.Collator('zh-u-co-stroke'),
    );
    kept.push(new Intl.NumberFormat('ar-EG', { style: 'unit', unit: 'liter' }), new Intl.PluralRules('ar'));
  }
};
