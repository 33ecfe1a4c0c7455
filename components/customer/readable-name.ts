/** `loyaltyPoints`, `loyalty_points` → "Loyalty points". */
export function readableName(name: string): string {
	const words = name
		.replace(/[_-]+/g, " ")
		.replace(
			/(\p{Ll}|\d)(\p{Lu})/gu,
			(_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
		)
		.trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
