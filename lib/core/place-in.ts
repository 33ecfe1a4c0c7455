/** Where something is in a text, counted from 1. */
export type Place = { line: number; column: number };

/** Where an offset, in UTF-16 units, is in a text; one behind its end is at the end. */
export function placeIn(text: string, offset: number): Place {
	const before = text.slice(0, Math.max(0, offset));
	return { line: before.split("\n").length, column: before.length - (before.lastIndexOf("\n") + 1) + 1 };
}
