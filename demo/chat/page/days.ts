import { bubbleTime } from "./date-styles";
import type { Labels } from "./labels";
import type { DateStyle } from "./model";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The words on a date divider: today, yesterday, a weekday within the last week, else the full date. */
export function dividerDay(at: Date, now: Date, labels: Labels): string {
	const age = daysBetween(at, now);
	if (age === 0) return labels.today;
	if (age === 1) return labels.yesterday;
	const format: Intl.DateTimeFormatOptions =
		age < 7 ? { weekday: "long" } : { day: "numeric", month: "long", year: "numeric" };
	return capitalised(new Intl.DateTimeFormat(labels.language, format).format(at));
}

/** When the list says a chat was last used: a time today, else the day. */
export function listDay(at: Date, now: Date, style: DateStyle, labels: Labels): string {
	const age = daysBetween(at, now);
	if (age === 0) return bubbleTime(at, style);
	if (age === 1) return labels.yesterday;
	const format: Intl.DateTimeFormatOptions =
		age < 7 ? { weekday: "long" } : { day: "2-digit", month: "2-digit", year: "numeric" };
	return capitalised(new Intl.DateTimeFormat(labels.language, format).format(at));
}

export function isSameDay(a: Date, b: Date): boolean {
	return daysBetween(a, b) === 0;
}

/** Calendar days from `earlier` to `later`, by the local calendar and not by hours. */
function daysBetween(earlier: Date, later: Date): number {
	const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
	return Math.round((midnight(later) - midnight(earlier)) / DAY_MS);
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
