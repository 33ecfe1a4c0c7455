/** What a model cost, in US dollars: cents, and parts of a cent where it is less. */
export const costText = (dollars: number, locale: string): string =>
	new Intl.NumberFormat(locale, {
		style: "currency",
		currency: "USD",
		...(dollars > 0 && dollars < 0.1 && { maximumSignificantDigits: 2 }),
	}).format(dollars);
