/** Longer names are cut: no field is called so. */
const longestName = 200;

/** `loyaltyPoints`, `loyalty_points` → "Loyalty points"; `customerID` → "Customer ID". Words with spaces are kept. */
export function readableName(whole: string): string {
	const name = whole.length > longestName ? `${whole.slice(0, longestName)}…` : whole;
	const text = /\s/.test(name.trim()) ? name.trim() : wordsOf(name);
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function wordsOf(name: string): string {
	return name
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
		.split(/[\s_-]+/)
		.filter(Boolean)
		.map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
		.join(" ");
}
