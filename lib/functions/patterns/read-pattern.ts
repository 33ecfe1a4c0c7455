import { fail, ok, type Result } from "@/lib/core/result";

/** A regular expression as a tree. */
export type PatternNode =
	| { kind: "one"; fits(character: string): boolean }
	| { kind: "place"; at: Place }
	| { kind: "look"; backwards: boolean; wanted: boolean; at: PatternNode }
	| { kind: "all"; parts: PatternNode[] }
	| { kind: "any"; options: PatternNode[] }
	| { kind: "repeat"; part: PatternNode; least: number; most: number };

/** Where in a text something may be without taking a character of it. */
export type Place = "start" | "end" | "word-edge" | "no-word-edge";

/** Why a valid pattern cannot be matched in a bounded time. */
export type PatternFailure = { reason: "refers-back" | "changes-flags" | "too-large" };

const deepest = 200;
const unbounded = Number.POSITIVE_INFINITY;

/** Ends the reading of a pattern from wherever it is; caught where it began. */
class Refusal extends Error {
	constructor(readonly failure: PatternFailure) {
		super(failure.reason);
	}
}

/**
 * Reads a pattern that is valid for `new RegExp(pattern, "u")`, with which its single characters are then compared. Said
 * to be impossible is what needs a memory of what was matched (`\1`), and flags inside of a pattern.
 */
export function readPattern(pattern: string): Result<PatternNode, PatternFailure> {
	try {
		return ok(createReader(pattern).read());
	} catch (error) {
		if (error instanceof Refusal) return fail(error.failure);
		throw error;
	}
}

function createReader(pattern: string) {
	let position = 0;
	let depth = 0;

	/** Takes what the expression, a sticky one, finds here. */
	function take(expression: RegExp): RegExpExecArray | null {
		expression.lastIndex = position;
		const found = expression.exec(pattern);
		if (found) position = expression.lastIndex;
		return found;
	}

	function readAny(): PatternNode {
		if (++depth > deepest) throw new Refusal({ reason: "too-large" });
		const options = [readAll()];
		while (take(/\|/y)) options.push(readAll());
		depth--;
		return options.length === 1 && options[0] ? options[0] : { kind: "any", options };
	}

	function readAll(): PatternNode {
		const parts: PatternNode[] = [];
		while (position < pattern.length && !/[|)]/.test(pattern.charAt(position))) parts.push(readRepeated());
		return { kind: "all", parts };
	}

	function readRepeated(): PatternNode {
		const part = readOne();
		const [quantifier, least = "", comma, most = ""] = take(/(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y) ?? [];
		switch (quantifier?.[0]) {
			case undefined:
				return part;
			case "*":
				return { kind: "repeat", part, least: 0, most: unbounded };
			case "+":
				return { kind: "repeat", part, least: 1, most: unbounded };
			case "?":
				return { kind: "repeat", part, least: 0, most: 1 };
			default: {
				const upTo = comma ? (most === "" ? unbounded : Number(most)) : Number(least);
				return { kind: "repeat", part, least: Number(least), most: upTo };
			}
		}
	}

	function readOne(): PatternNode {
		if (take(/\^/y)) return { kind: "place", at: "start" };
		if (take(/\$/y)) return { kind: "place", at: "end" };
		const edge = take(/\\([bB])/y);
		if (edge) return { kind: "place", at: edge[1] === "b" ? "word-edge" : "no-word-edge" };
		const look = take(/\(\?(<?)([=!])/y);
		if (look) return { kind: "look", backwards: look[1] !== "", wanted: look[2] === "=", at: readGroup() };
		if (take(/\((?:\?:|\?<[^>]*>)?(?!\?)/y)) return readGroup();
		if (take(/\(\?/y)) throw new Refusal({ reason: "changes-flags" });
		if (take(/\\(?:[1-9]|k)/y)) throw new Refusal({ reason: "refers-back" });
		const one = take(character);
		if (!one) throw new Error(`The pattern cannot be read from ${position} on.`);
		return { kind: "one", fits: fitting(one[0]) };
	}

	function readGroup(): PatternNode {
		const group = readAny();
		take(/\)/y);
		return group;
	}

	return { read: readAny };
}

/** A class, an escape of any length, or a character that stands for itself. */
const character =
	/\[(?:\\.|[^\]\\])*\]|\\(?:u\{[\dA-Fa-f]+\}|u[dD][89abAB][\dA-Fa-f]{2}\\u[dD][c-fC-F][\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|.)|[\s\S]/uy;

/** What a single character is compared with is left to the browser. */
function fitting(source: string): (character: string) => boolean {
	if (/^[^\\.[]/u.test(source)) return (one) => one === source;
	const expression = new RegExp(`^${source}$`, "u");
	return (one) => expression.test(one);
}
