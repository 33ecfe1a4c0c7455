/** When a local day, `YYYY-MM-DD`, begins, or one so many days later: as long as the calendar says, also when clocks change. */
export function startOfDay(day: string, later = 0): number {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	return new Date(year, month - 1, date + later).getTime();
}

/** A day as a URL has it; empty when it is none. */
export const dayIn = (text: string | null): string =>
	text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
