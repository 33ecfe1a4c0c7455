import {
	findNodeAtLocation,
	type JSONPath,
	type ParseError,
	ParseErrorCode,
	parse,
	parseTree,
} from "jsonc-parser";
import { type Place, placeIn } from "./place-in";
import { fail, ok, type Result } from "./result";

/** A place in a text: `offset` and `length` in UTF-16 units, as editors count; `line` and `column` from 1. */
export type TextPlace = Place & { offset: number; length: number };

/** What JSON lacks where it breaks. */
export type JsonDefect =
	| "symbol"
	| "number"
	| "name"
	| "value"
	| "colon"
	| "comma"
	| "brace"
	| "bracket"
	| "end"
	| "comment"
	| "string"
	| "escape"
	| "character";

export type JsonFailure =
	| ({ reason: "invalid-json"; defect: JsonDefect } & TextPlace)
	| { reason: "text-too-long"; limit: number };

const defects: Record<number, JsonDefect> = {
	[ParseErrorCode.InvalidSymbol]: "symbol",
	[ParseErrorCode.InvalidNumberFormat]: "number",
	[ParseErrorCode.PropertyNameExpected]: "name",
	[ParseErrorCode.ValueExpected]: "value",
	[ParseErrorCode.ColonExpected]: "colon",
	[ParseErrorCode.CommaExpected]: "comma",
	[ParseErrorCode.CloseBraceExpected]: "brace",
	[ParseErrorCode.CloseBracketExpected]: "bracket",
	[ParseErrorCode.EndOfFileExpected]: "end",
	[ParseErrorCode.InvalidCommentToken]: "comment",
	[ParseErrorCode.UnexpectedEndOfComment]: "comment",
	[ParseErrorCode.UnexpectedEndOfString]: "string",
	[ParseErrorCode.UnexpectedEndOfNumber]: "number",
	[ParseErrorCode.InvalidUnicode]: "escape",
	[ParseErrorCode.InvalidEscapeCharacter]: "escape",
	[ParseErrorCode.InvalidCharacter]: "character",
};

const defectSentence: Record<JsonDefect, string> = {
	symbol: "this word is no JSON; text stands in double quotes",
	number: "this is no number",
	name: "a field's name in double quotes is missing",
	value: "a value is missing",
	colon: "a colon is missing",
	comma: "a comma is missing",
	brace: "a closing } is missing",
	bracket: "a closing ] is missing",
	end: "the JSON has ended before this",
	comment: "JSON has no comments",
	string: "a text is not closed",
	escape: "this escape with \\ does not exist",
	character: "this character has to be escaped",
};

/** Reads strict JSON (RFC 8259), and says where it breaks. `limit` is the longest text taken, in UTF-16 units. */
export function parseJson(text: string, limit = Number.POSITIVE_INFINITY): Result<unknown, JsonFailure> {
	if (text.length > limit) return fail({ reason: "text-too-long", limit });
	try {
		return ok(JSON.parse(text));
	} catch {
		// The browser's own error has no place in every case, and other words in every version.
		const errors: ParseError[] = [];
		parseTree(text, errors, { disallowComments: true, allowEmptyContent: false });
		const first = errors[0] ?? { error: ParseErrorCode.InvalidSymbol, offset: text.length, length: 0 };
		const defect = defects[first.error] ?? "symbol";
		return fail({ reason: "invalid-json", defect, ...placeAt(text, first.offset, first.length) });
	}
}

/** As much of a value as can be read from JSON that is still being written. */
export const readPartOfJson = (text: string): unknown => parse(text, [], { allowTrailingComma: true });

/** The failure in a sentence for tool answers. */
export function jsonFailureSentence(failure: JsonFailure): string {
	if (failure.reason === "text-too-long")
		return `The text is too long: at most ${failure.limit} characters are taken.`;
	return `This is no JSON: line ${failure.line}, column ${failure.column}: ${defectSentence[failure.defect]}.`;
}

/** Where a value stands in its JSON text, or the nearest one around it that is there. */
export function placeOf(text: string, path: JSONPath): TextPlace {
	const root = parseTree(text);
	for (let depth = path.length; root && depth > 0; depth--) {
		const node = findNodeAtLocation(root, path.slice(0, depth));
		if (node) return placeAt(text, node.offset, node.length);
	}
	return placeAt(text, 0, root?.length ?? text.length);
}

const placeAt = (text: string, offset: number, length: number): TextPlace => ({
	offset,
	length,
	...placeIn(text, offset),
});
