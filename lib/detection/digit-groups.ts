/** Digits that stand together. Places are those of the text. */
export type DigitGroup = {
	start: number;
	end: number;
	digits: string;
	/** What is between the group before and this one; empty for the first. */
	separator: string;
};

/** Groups of digits that may be one number or several, with the `+` or bracket before them. */
export type DigitSpan = {
	/** Where the sign before the first group stands, or the group itself. */
	start: number;
	plus: boolean;
	groups: DigitGroup[];
};

// Digits and separators exclude each other, so there is one way to match.
const spanShape = /(?:[+([]{1,3} ?)?\d+(?:[ ().[\]/-]{1,4}\d+)*/g;
const groupShape = /(\D*)(\d+)/g;

/** All spans of a text in plain digits. A `+` always begins a new one. */
export function* digitSpans(text: string): Generator<DigitSpan> {
	for (const { 0: written, index } of text.matchAll(spanShape)) {
		const groups: DigitGroup[] = [];
		let lead = "";
		for (const match of written.matchAll(groupShape)) {
			const [whole, separator = "", digits = ""] = match;
			const start = index + match.index + separator.length;
			if (groups.length === 0) lead = separator;
			groups.push({
				start,
				end: index + match.index + whole.length,
				digits,
				separator: groups.length === 0 ? "" : separator,
			});
		}
		yield { start: index, plus: lead.includes("+"), groups };
	}
}

export const digitsOf = (groups: readonly DigitGroup[]): string =>
	groups.map(({ digits }) => digits).join("");

/** How many digits stand together in each group: `[3, 3, 3]`. */
export const shapeOf = (groups: readonly DigitGroup[]): number[] => groups.map(({ digits }) => digits.length);

/** A span of some of a span's groups. What comes behind the first has no sign of its own. */
export function partOf(span: DigitSpan, from: number, to: number): DigitSpan {
	const groups = span.groups.slice(from, to);
	const [first, ...rest] = groups;
	if (from === 0 || !first) return { ...span, groups };
	return { start: first.start, plus: false, groups: [{ ...first, separator: "" }, ...rest] };
}
