import type { Assignments, Source, SourcePath } from "./assignment";
import { readPath, readSource } from "./read-source";
import { createTokenReader, type TokenReader, textValue, tokensOf } from "./tokens";

/**
 * Reads assignments back out of an expression of the form `writeExpression` writes, however it is spaced; empty text is
 * none. Null for any other expression, which can only be edited as text.
 */
export function readExpression(text: string): Assignments | null {
	if (text.trim() === "") return new Map();
	const tokens = tokensOf(text);
	if (!tokens) return null;
	const assignments = new Map<string, Source>();
	const reader = createTokenReader(tokens);
	const isRead = readThing(reader, [], "", assignments) && reader.isAtEnd();
	return isRead && assignments.size > 0 ? assignments : null;
}

/** `{ … }`, or `path.{ … }`, which makes one of each element of a list. */
function readThing(
	reader: TokenReader,
	base: SourcePath,
	prefix: string,
	into: Map<string, Source>,
): boolean {
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
			const source = readSource(reader);
			if (!source || into.has(field)) return false;
			into.set(field, within(inner, source));
		}
	} while (reader.skip(","));
	return reader.skip("}");
}

/** A source as it is from where `base` begins. */
function within(base: SourcePath, source: Source): Source {
	switch (source.kind) {
		case "value":
			return { ...source, path: [...base, ...source.path] };
		case "joined":
			return { ...source, paths: source.paths.map((path) => [...base, ...path]) };
		case "constant":
			return source;
	}
}
