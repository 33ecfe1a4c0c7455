/**
 * Reads a number a CRM may have written as text: `1234.5`, `"1,234.50"`, `"1.234,50 €"`, `"(12.00)"`. With both
 * separators the last one is the decimal; a comma alone before exactly three digits groups thousands; a point alone
 * is a decimal, as JSON writes it. Null when it is not one number.
 */
export function readNumber(value: unknown): number | null {
	if (typeof value === "number") return Number.isFinite(value) ? value : null;
	if (typeof value !== "string") return null;
	const text = value.replace(/[\s\u00a0\u202f'’]/g, "");
	const match = /^([^\d.,()-]{0,4})(\(?)(-?)([^\d.,()-]{0,4})([\d.,]*\d)(\)?)([^\d.,()]{0,4})$/.exec(text);
	if (!match) return null;
	const digits = withDecimalPoint(match[5] ?? "");
	if (digits === null) return null;
	const number = Number(digits);
	if (!Number.isFinite(number)) return null;
	const negative = match[3] === "-" || (match[2] === "(" && match[6] === ")");
	return negative ? -number : number;
}

/** The same digits with grouping removed and a point as the decimal; null when the separators make no sense. */
function withDecimalPoint(text: string): string | null {
	const decimal = decimalSeparator(text);
	const [whole = "", fraction, ...rest] = decimal === null ? [text] : text.split(decimal);
	if (rest.length > 0) return null;
	const grouped = /^\d{1,3}([.,]\d{2,3})*$/.test(whole) || /^\d*$/.test(whole);
	if (!grouped || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
	return `${whole.replace(/[.,]/g, "") || "0"}.${fraction || "0"}`;
}

function decimalSeparator(text: string): "." | "," | null {
	const commas = text.split(",").length - 1;
	const points = text.split(".").length - 1;
	if (commas > 0 && points > 0) return text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : ".";
	if (points === 1) return ".";
	if (commas === 1) return /^\d{1,3},\d{3}$/.test(text) ? null : ",";
	return null;
}
