import type { ExtraField, ReadingProblem } from "./customer";
import { readDate } from "./read-date";
import { readExtraFields } from "./read-extra";
import { readLink } from "./read-link";
import { readNumber } from "./read-number";

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads the known fields of one object tolerantly. What cannot be understood is reported as a problem and kept:
 * `rest()` returns it among the fields nobody asked for, so that nothing a CRM sent is lost from view.
 */
export function fieldReader(object: JsonObject, path: string, problems: ReadingProblem[]) {
	const rest = new Map(Object.entries(object));

	/** `null`, a missing field and an empty string all mean "nothing there". */
	function take<T>(
		name: string,
		expected: ReadingProblem["expected"],
		read: (value: unknown) => T | null,
	): T | undefined {
		const value = rest.get(name);
		if (value === undefined || value === null || value === "") {
			rest.delete(name);
			return undefined;
		}
		const result = read(value);
		if (result === null) {
			problems.push({ path: `${path}.${name}`, found: describe(value), expected });
			return undefined;
		}
		rest.delete(name);
		return result;
	}

	return {
		text: (name: string) => take(name, "text", readText),
		number: (name: string) => take(name, "number", (value) => readNumber(unwrapMoney(value))),
		date: (name: string) => take(name, "date", readDate),
		link: (name: string) => take(name, "link", readLink),
		/** A list of objects; a single object is a list of one. */
		list<T>(name: string, readItem: (item: JsonObject, path: string) => T): T[] {
			const items =
				take(name, "list", (value) => (Array.isArray(value) ? value : isObject(value) ? [value] : null)) ??
				[];
			return items.flatMap((item: unknown, index) => {
				const itemPath = `${path}.${name}[${index}]`;
				if (isObject(item)) return [readItem(item, itemPath)];
				if (item !== null) problems.push({ path: itemPath, found: describe(item), expected: "object" });
				return [];
			});
		},
		/** A list of texts; a comma-separated text is a list too. */
		texts(name: string): string[] {
			const values = take(name, "list", (value) =>
				Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : null,
			);
			return (values ?? []).flatMap((value) => readText(value)?.trim() || []);
		},
		/** Everything not read so far, in the CRM's order. `currency` is that of amounts without one. */
		rest: (currency?: string): ExtraField[] => readExtraFields(Object.fromEntries(rest), currency),
	};
}

function readText(value: unknown): string | null {
	if (typeof value === "string") return value.trim();
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (isObject(value)) return joinTexts(Object.values(value));
	return Array.isArray(value) ? joinTexts(value) : null;
}

/** An address or a state is often an object of texts; joined, it reads as people write it. */
function joinTexts(values: unknown[]): string | null {
	const texts = values.filter((value) => value !== null && value !== "");
	if (texts.length === 0 || texts.some((value) => typeof value !== "string" && typeof value !== "number"))
		return null;
	return texts.join(", ");
}

/** `{ "amount": "12.00", "currency": "EUR" }` where a number is meant. */
function unwrapMoney(value: unknown): unknown {
	return isObject(value) && "amount" in value ? value.amount : value;
}

function describe(value: unknown): string {
	const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
