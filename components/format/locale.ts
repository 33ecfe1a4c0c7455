/**
 * Dates, money and numbers as people write them. `locale` is that of the interface's texts: a French browser reads
 * Chatside in English, and its dates then are English too.
 */
export function formatLocale(uiLanguage: string, textLocale: string): string {
	return uiLanguage.split("-")[0] === textLocale.split("-")[0] ? uiLanguage : textLocale;
}

export type Format = ReturnType<typeof createFormat>;

const day = 24 * 60 * 60 * 1000;

/** Formatters for one locale. Dates come as in `Customer`: a day `YYYY-MM-DD`, or a moment in ISO 8601. */
export function createFormat(locale: string) {
	const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
	const mediumDate = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
	const dateAndTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
	const month = new Intl.DateTimeFormat(locale, { month: "short" });
	const monthAndYear = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric" });
	const year = new Intl.DateTimeFormat(locale, { year: "numeric" });
	const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
	const moneyFormats = new Map<string, Intl.NumberFormat>();

	/** `brief` leaves the cents out of amounts so large that nobody asks for them. */
	function money(amount: number, currency?: string, { brief = false } = {}): string {
		const whole = brief && Math.abs(amount) >= 1_000;
		if (!currency || !/^[A-Z]{3}$/.test(currency))
			return [number.format(amount), currency].filter(Boolean).join(" ");
		const key = `${currency}${whole}`;
		const format =
			moneyFormats.get(key) ??
			new Intl.NumberFormat(locale, {
				style: "currency",
				currency,
				currencyDisplay: "narrowSymbol",
				...(whole && { maximumFractionDigits: 0 }),
			});
		moneyFormats.set(key, format);
		return format.format(amount);
	}

	/** "3 days ago", in the largest unit that still says something. */
	function ago(time: number, now: number): string {
		const elapsed = now - time;
		const minutes = Math.round(elapsed / 60_000);
		if (Math.abs(minutes) < 60) return relative.format(-minutes, "minute");
		if (Math.abs(elapsed) < day) return relative.format(-Math.round(elapsed / 3_600_000), "hour");
		const days = Math.round(elapsed / day);
		if (Math.abs(days) < 45) return relative.format(-days, "day");
		if (Math.abs(days) < 540) return relative.format(-Math.round(days / 30.4), "month");
		return relative.format(-Math.round(days / 365), "year");
	}

	return {
		locale,
		number: (value: number) => number.format(value),
		money,
		date: (date: string) => mediumDate.format(toLocalDate(date)),
		/** With the time where one is known. */
		moment: (date: string) => (isDay(date) ? mediumDate : dateAndTime).format(toLocalDate(date)),
		month: (date: Date) => month.format(date),
		monthAndYear: (date: Date) => monthAndYear.format(date),
		year: (date: Date) => year.format(date),
		ago,
		/** Days count by the calendar: last night is "yesterday" this morning. */
		dayAgo(date: string, now: number): string {
			const midnight = (time: Date) =>
				new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
			const days = Math.round((midnight(new Date(now)) - midnight(toLocalDate(date))) / day);
			return Math.abs(days) < 45 ? relative.format(-days, "day") : ago(toLocalDate(date).getTime(), now);
		},
	};
}

const isDay = (date: string) => date.length === 10;
const toLocalDate = (date: string) => new Date(isDay(date) ? `${date}T00:00:00` : date);
