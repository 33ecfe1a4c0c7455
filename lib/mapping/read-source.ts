import type { PathStep, Source, SourcePath } from "./assignment";
import { type TokenReader, textValue } from "./tokens";

/**
 * Reads what fills a field: what `sourceText` writes, and the plainer `cents / 100` and `first & " " & last`, which mean the
 * same where nothing is null. Null for anything else.
 */
export function readSource(reader: TokenReader): Source | null {
	const constant = textValue(reader.take("text"));
	if (constant !== undefined) return { kind: "constant", text: constant };
	switch (reader.take("call")) {
		case undefined:
			return readPlain(reader);
		case "$number":
			return readNumber(reader);
		case "$trim": {
			const joined = reader.skip("(") && readJoined(reader);
			return joined && joined.kind === "joined" && reader.skip(")") ? joined : null;
		}
		default:
			return null;
	}
}

function readPlain(reader: TokenReader): Source | null {
	const source = readJoined(reader);
	return source?.kind === "value" && reader.isNext("/") ? readDivisor(reader, source.path) : source;
}

/** `$number(path) / 100`, behind its first word. */
function readNumber(reader: TokenReader): Source | null {
	const path = reader.skip("(") && readPresent(reader);
	return path && reader.skip(")") ? readDivisor(reader, path) : null;
}

function readDivisor(reader: TokenReader, path: SourcePath): Source | null {
	const divisor = reader.skip("/") ? Number(reader.take("number")) : 0;
	return divisor > 0 ? { kind: "value", path, divisor } : null;
}

/** `path`, or `path & " " & path`. */
function readJoined(reader: TokenReader): Source | null {
	const path = readPresent(reader);
	if (!path) return null;
	const paths = [path];
	while (reader.skip("&")) {
		const isSpace = textValue(reader.take("text")) === " ";
		const next = isSpace && reader.skip("&") && readPresent(reader);
		if (!next) return null;
		paths.push(next);
	}
	return paths.length === 1 ? { kind: "value", path } : { kind: "joined", paths };
}

/** A path, which may say that null is nothing: `path[$ != null]`. */
function readPresent(reader: TokenReader): SourcePath | null {
	const path = readPath(reader);
	if (!path || !reader.isNext("[")) return path;
	const isRead = reader.skip("[", "$", "!=") && reader.take("name") === "null" && reader.skip("]");
	return isRead ? path : null;
}

/** A path, up to a `{` that follows its last dot. */
export function readPath(reader: TokenReader): PathStep[] | null {
	const path: PathStep[] = [];
	if (!reader.skip("$")) {
		const name = reader.take("name");
		if (name === undefined) return null;
		path.push(plainName(name));
	}
	for (;;) {
		if (reader.isPlaceNext()) {
			reader.skip("[");
			path.push(Number(reader.take("number")));
			if (!reader.skip("]")) return null;
		} else if (reader.skip(".")) {
			if (reader.isNext("{")) return path;
			const name = reader.take("name");
			if (name === undefined) return null;
			path.push(plainName(name));
		} else return path;
	}
}

const plainName = (name: string): string => name.replace(/^`|`$/g, "");
