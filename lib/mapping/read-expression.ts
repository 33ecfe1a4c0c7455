import type { Assignments, PathStep, SourcePath } from "./assignment";

/**
 * Reads assignments back out of an expression of the form `writeExpression` writes, however it is spaced; empty text is
 * none. Null for any other expression, which can only be edited as text.
 */
export function readExpression(text: string): Assignments | null {
	if (text.trim() === "") return new Map();
	const tokens = tokensOf(text);
	if (!tokens) return null;
	const assignments = new Map<string, SourcePath>();
	const reader = createReader(tokens);
	const isRead = readThing(reader, [], "", assignments) && reader.isAtEnd();
	return isRead && assignments.size > 0 ? assignments : null;
}

type Token = { kind: "name" | "text" | "number" | "mark"; value: string };

const pattern =
	/\s*(?:(?<name>[A-Za-z_]\w*|`[^`]*`)|(?<text>"(?:[^"\\]|\\.)*")|(?<number>\d+)|(?<mark>[{}[\]:,.$]))/y;

function tokensOf(text: string): Token[] | null {
	const tokens: Token[] = [];
	const end = text.trimEnd().length;
	pattern.lastIndex = 0;
	while (pattern.lastIndex < end) {
		const groups = pattern.exec(text)?.groups;
		const [kind, value] = Object.entries(groups ?? {}).find(([, found]) => found !== undefined) ?? [];
		if (!kind || value === undefined) return null;
		tokens.push({ kind: kind as Token["kind"], value });
	}
	return tokens;
}

type Reader = ReturnType<typeof createReader>;

function createReader(tokens: readonly Token[]) {
	let at = 0;
	return {
		isAtEnd: () => at === tokens.length,
		isNext: (value: string) => tokens[at]?.kind === "mark" && tokens[at]?.value === value,
		/** Goes past a mark, if it is next. */
		skip(value: string): boolean {
			const isThere = this.isNext(value);
			if (isThere) at++;
			return isThere;
		},
		/** The next token, if it is of a kind. */
		take(kind: Token["kind"]): string | undefined {
			const token = tokens[at];
			if (token?.kind !== kind) return undefined;
			at++;
			return token.value;
		},
	};
}

/** `{ … }`, or `path.{ … }`, which makes one of each element of a list. */
function readThing(reader: Reader, base: SourcePath, prefix: string, into: Map<string, SourcePath>): boolean {
	let inner = base;
	if (!reader.isNext("{")) {
		const list = readPath(reader);
		if (!list || !reader.isNext("{")) return false;
		inner = [...base, ...list, 0];
	}
	reader.skip("{");
	do {
		const name = textValue(reader.take("text"));
		if (name === undefined || !reader.skip(":")) return false;
		const field = `${prefix}${name}`;
		if (reader.skip("[")) {
			if (!readThing(reader, inner, `${field}[].`, into) || !reader.skip("]")) return false;
		} else {
			const path = readPath(reader);
			if (!path || into.has(field)) return false;
			into.set(field, [...inner, ...path]);
		}
	} while (reader.skip(","));
	return reader.skip("}");
}

/** A path, up to a `{` that follows its last dot. */
function readPath(reader: Reader): PathStep[] | null {
	const path: PathStep[] = [];
	if (!reader.skip("$")) {
		const name = reader.take("name");
		if (name === undefined) return null;
		path.push(plainName(name));
	}
	for (;;) {
		if (reader.skip("[")) {
			const place = reader.take("number");
			if (place === undefined || !reader.skip("]")) return null;
			path.push(Number(place));
		} else if (reader.skip(".")) {
			if (reader.isNext("{")) return path;
			const name = reader.take("name");
			if (name === undefined) return null;
			path.push(plainName(name));
		} else return path;
	}
}

const plainName = (name: string): string => name.replace(/^`|`$/g, "");

function textValue(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
