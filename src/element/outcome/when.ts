const DAY = 86_400_000;

/** A text of the widget, and what fills its `{date}`. */
export type Again = [sentence: 'again-at' | 'again-tomorrow' | 'again-on', date: string];

/** When it works again, as people say it: at 18:10, tomorrow at 9:00, on Thursday at 9:00, on December 1. `byDate`: by the calendar's date. */
export function again(date: Date, lang: string, byDate?: boolean): Again {
  const write = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang || undefined, style).format(date);
  const midnight = (at: number | Date) => new Date(at).setHours(0, 0, 0, 0);
  // Rounded, for not every day has 24 hours.
  const days = Math.round((midnight(date) - midnight(Date.now())) / DAY);
  if (!byDate && days < 1) return ['again-at', write({ timeStyle: 'short' })];
  if (!byDate && days < 2) return ['again-tomorrow', write({ timeStyle: 'short' })];
  if (!byDate && days < 7) return ['again-on', write({ weekday: 'long', hour: 'numeric', minute: '2-digit' })];
  // A month ends at midnight somewhere: where that is another time of the day, the day alone would be taken for its morning.
  const hourMatters = days < 2 || date.getHours() >= 4;
  return ['again-on', write({ dateStyle: 'long', timeStyle: hourMatters ? 'short' : undefined })];
}
