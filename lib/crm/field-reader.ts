import { isObject, type JsonObject } from "@/lib/core/is-object";
import type { ExtraField, ReadingProblem } from "./customer";
import { jsonText } from "./json-text";
import { readDate } from "./read-date";
import { readExtraFields } from "./read-extra";
import { readLink } from "./read-link";
import { readNumber } from "./read-number";
import { shownText } from "./shown-text";

/**
 * Reads the known fields of one object tolerantly. What cannot be understood is reported as a problem and kept:
 * `rest()` returns it among the fields nobody asked for, so that nothing a CRM sent is lost from view.
 */
export function fieldReader(object: JsonObject, path: string, problems: ReadingProblem[]) {
	const rest = new Map(Object.entries(object));

	/** `null`, a missing field and an empty or blank text all mean "nothing there". */
	function take<T>(
		name: string,
		expected: ReadingProblem["expected"],
		read: (value: unknown) => T | null,
	): T | undefined {
		const value = rest.get(name);
		if (isNothing(value)) {
			rest.delete(name);
			return undefined;
		}
		const result = read(value);
		if (result === null) {
			problems.push({ path: `${path}.${name}`, found: asShown(value), expected });
			return undefined;
		}
		rest.delete(name);
		return result;
	}

	/** Reads the items of a list; those that cannot be understood are kept under the list's name. */
	function readItems<T>(
		name: string,
		items: unknown[],
		expected: ReadingProblem["expected"],
		read: (item: unknown, path: string) => T | null,
	): T[] {
		const unread: unknown[] = [];
		const results = items.flatMap((item, index) => {
			if (isNothing(item)) return [];
			const itemPath = `${path}.${name}[${index}]`;
			const result = read(item, itemPath);
			if (result !== null) return [result];
			problems.push({ path: itemPath, found: asShown(item), expected });
			unread.push(item);
			return [];
		});
		if (unread.length > 0) rest.set(name, unread);
		return results;
	}

	/** A number, or an object with an `amount`; what else such an object holds is kept, its currency for `currency`. */
	function readAmount(name: string): number | undefined {
		const value = object[name];
		if (!isObject(value) || !("amount" in value)) return take(name, "number", readNumber);
		const number = take(name, "number", () => readNumber(value.amount));
		const { amount: _, currency: itsCurrency, ...others } = value;
		if (itsCurrency !== undefined && itsCurrency !== currency()) others.currency = itsCurrency;
		if (number !== undefined && Object.keys(others).length > 0) rest.set(name, others);
		return number;
	}

	/** The object's own currency, or that of its first amount which has one. */
	function currency(): string | undefined {
		const own = readText(object.currency);
		if (own) return own;
		const amounts = Object.values(object).filter(isObject);
		return amounts.flatMap((one) => ("amount" in one && readText(one.currency)) || [])[0];
	}

	return {
		currency(): string | undefined {
			take("currency", "text", readText);
			return currency();
		},
		text: (name: string) => take(name, "text", readText),
		number: readAmount,
		date: (name: string) => take(name, "date", readDate),
		link: (name: string) => take(name, "link", readLink),
		/** A list of objects; a single object is a list of one. */
		list<T>(name: string, readItem: (item: JsonObject, path: string) => T): T[] {
			const items =
				take(name, "list", (value) => (Array.isArray(value) ? value : isObject(value) ? [value] : null)) ??
				[];
			return readItems(name, items, "object", (item, itemPath) =>
				isObject(item) ? readItem(item, itemPath) : null,
			);
		},
		/** A list of texts; a comma-separated text is a list too. */
		texts(name: string): string[] {
			const values = take(name, "list", (value) =>
				Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : null,
			);
			return readItems(name, values ?? [], "text", readText);
		},
		/** Everything not read so far, in the CRM's order. `currency` is that of amounts without one. */
		rest: (currency?: string): ExtraField[] => readExtraFields(Object.fromEntries(rest), currency),
	};
}

const isNothing = (value: unknown) =>
	value === undefined || value === null || (typeof value === "string" && value.trim() === "");

function readText(value: unknown): string | null {
	if (typeof value === "string") return shownText(value.trim());
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (isObject(value)) return joinTexts(Object.values(value));
	return Array.isArray(value) ? joinTexts(value) : null;
}

/** An address or a state is often an object of texts; joined, it reads as people write it. */
function joinTexts(values: unknown[]): string | null {
	const texts = values.filter((value) => value !== null && value !== "");
	if (texts.length === 0 || texts.some((value) => typeof value !== "string" && typeof value !== "number"))
		return null;
	return shownText(texts.join(", "));
}

/** A value as a problem shows it. */
export function asShown(value: unknown): string {
	const text = typeof value === "string" ? value : jsonText(value);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
