export function spanText(minutes: number): string {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError('minutes must be 0 or more');
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  const rest = whole % 60;
  const hours = `${Math.floor(whole / 60)} h`;
  return rest === 0 ? hours : `${hours} ${String(rest).padStart(2, '0')}`;
}
