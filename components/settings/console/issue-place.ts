import { placeOf, type TextPlace } from "@/lib/core/json";
import type { ConsoleRequest } from "./read-call";

/**
 * Where the argument stands that a tool refused, in the text of its request. A path is the names and indexes joined with
 * dots (lib/tools/tool-issues); a name may hold dots itself. What is missing is told at what it is missing from.
 */
export function issuePlace(text: string, { kind }: ConsoleRequest, path: string): TextPlace {
	const start = kind === "rpc" ? ["params", "arguments"] : ["arguments"];
	const given = start.reduce<unknown>(step, parsed(text));
	const place = placeOf(text, [...start, ...steps(given, path === "" ? [] : path.split("."))]);
	// A whole object underlined says less than its first line.
	const firstLine = text.slice(place.offset, place.offset + place.length).split("\n", 1)[0] ?? "";
	return { ...place, length: firstLine.length };
}

/** The parts of a path put together to the names there are in a value. */
function steps(value: unknown, parts: string[]): (string | number)[] {
	if (parts.length === 0) return [];
	if (Array.isArray(value)) {
		const index = Number(parts[0]);
		return [index, ...steps(value[index], parts.slice(1))];
	}
	for (let count = parts.length; count > 0; count--) {
		const name = parts.slice(0, count).join(".");
		if (typeof value === "object" && value !== null && Object.hasOwn(value, name))
			return [name, ...steps(step(value, name), parts.slice(count))];
	}
	return parts;
}

function step(value: unknown, name: string): unknown {
	return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
