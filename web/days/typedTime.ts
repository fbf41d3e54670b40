/** The time of day that was typed, `09:30`; null when it is none. Read are 9:30, 09：30, 0930, 9点半, 9点 and 9. */
export function typedTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const parts = /^(\d{1,2})(?:[:点时](?:(\d{1,2})分?|(半))?)?$/u.exec(plain) ?? /^(\d\d)(\d\d)$/u.exec(plain);
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), parts[3] ? 30 : Number(parts[2] ?? 0)];
  const two = (n: number) => String(n).padStart(2, '0');
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}
