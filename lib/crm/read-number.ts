/** A currency before or after the digits: a sign, a code, an abbreviation with its point (`kr.`, `B/.`). */
const currency = String.raw`([^\d.,()-]{1,4}(?:(?<=[\p{L}/])\.)?)?`;
const shape = new RegExp(
	String.raw`^(-?)${currency}(-?)${currency}([\d.,]*\d)${currency}(-?)${currency}$`,
	"u",
);
/** Spaces of every kind, apostrophes that group thousands, and direction marks. */
const ignored = /[\s'’\u200e\u200f\u061c]/g;

/**
 * Reads a number a CRM may have written as text: `1234.5`, `"1,234.50"`, `"1.234,50 €"`, `"(12.00)"`. With both
 * separators the last one is the decimal; a comma alone before exactly three digits groups thousands; a point alone
 * is a decimal, as JSON writes it. Null when it is not one number.
 */
export function readNumber(value: unknown): number | null {
	if (typeof value === "number") return Number.isFinite(value) ? value : null;
	if (typeof value !== "string") return null;
	const text = value.replace(ignored, "").replaceAll("\u2212", "-");
	// Accountants write negative amounts in parentheses.
	const inParentheses = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(text);
	const match = shape.exec(inParentheses ? inParentheses.slice(1).join("") : text);
	if (!match) return null;
	const [, minus1, symbol1, minus2, symbol2, written = "", symbol3, minus3, symbol4] = match;
	const minuses = [minus1, minus2, minus3].filter(Boolean).length;
	if (minuses > 1 || [symbol1, symbol2, symbol3, symbol4].filter(Boolean).length > 1) return null;
	const digits = withDecimalPoint(written);
	if (digits === null) return null;
	const number = Number(digits);
	if (!Number.isFinite(number)) return null;
	return (inParentheses || minuses === 1) && number !== 0 ? -number : number;
}

/** The same digits with grouping removed and a point as the decimal; null when the separators make no sense. */
function withDecimalPoint(text: string): string | null {
	const decimal = decimalSeparator(text);
	const [whole = "", fraction, ...rest] = decimal === null ? [text] : text.split(decimal);
	if (rest.length > 0) return null;
	// The last group has three digits; those before it may have two, as in India.
	const grouped = /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(whole) || /^\d*$/.test(whole);
	if (!grouped || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
	return `${whole.replace(/[.,]/g, "") || "0"}.${fraction || "0"}`;
}

function decimalSeparator(text: string): "." | "," | null {
	const commas = text.split(",").length - 1;
	const points = text.split(".").length - 1;
	if (commas > 0 && points > 0) return text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : ".";
	if (points === 1) return ".";
	// Nobody writes a group of thousands after a zero: `0,125` is an eighth.
	if (commas === 1) return /^[1-9]\d{0,2},\d{3}$/.test(text) ? null : ",";
	return null;
}
