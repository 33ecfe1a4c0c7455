import type { ExtraField, ExtraValue } from "./customer";
import { jsonText } from "./json-text";
import { readDate } from "./read-date";
import { readLink } from "./read-link";
import { readNumber } from "./read-number";
import { shownText } from "./shown-text";

/** Deeper nesting is shown as JSON text: nobody reads a panel seven levels deep. */
const maxDepth = 4;

const moneyName =
	/(amount|balance|cost|credit|debt|price|revenue|spent|total|value|importe|precio|saldo|valor)$/i;
const dateName = /(at|date|day|on|since|time|until|birthday|fecha|data)$/i;

/**
 * Fields the contract does not name, each with the kind it is shown by: the value decides (a link, an ISO date, a
 * list), and where a bare number leaves it open, the name does (`creditBalance` is money, `lastVisitAt` a date).
 */
export function readExtraFields(object: Record<string, unknown>, currency?: string, depth = 0): ExtraField[] {
	return Object.entries(object).flatMap(([name, raw]) => {
		const value = readExtraValue(name, raw, currency, depth);
		return value ? [{ name, value }] : [];
	});
}

function readExtraValue(
	name: string,
	raw: unknown,
	currency: string | undefined,
	depth: number,
): ExtraValue | null {
	if (raw === null || raw === undefined || raw === "") return null;
	if (typeof raw === "boolean") return { kind: "boolean", boolean: raw };
	if (typeof raw === "number") return readExtraNumber(name, raw, currency);
	if (typeof raw === "string") return readExtraText(raw.trim());
	if (depth >= maxDepth) return { kind: "text", text: shownText(jsonText(raw)) };
	if (Array.isArray(raw)) {
		const values = raw.flatMap((item) => readExtraValue(name, item, currency, depth + 1) ?? []);
		return values.length > 0 ? { kind: "list", values } : null;
	}
	return readExtraObject(raw as Record<string, unknown>, currency, depth);
}

function readExtraNumber(name: string, number: number, currency?: string): ExtraValue {
	if (moneyName.test(name)) return { kind: "money", amount: number, currency };
	const date = dateName.test(name) ? readDate(number) : null;
	return date ? { kind: "date", date } : { kind: "number", number };
}

function readExtraText(text: string): ExtraValue {
	const url = readLink(text);
	if (url) return { kind: "link", url };
	// Digits alone may be a postcode or a loyalty card; only written-out dates count.
	const date = /^\d+$/.test(text) ? null : readDate(text);
	return date ? { kind: "date", date } : { kind: "text", text: shownText(text) };
}

function readExtraObject(
	object: Record<string, unknown>,
	currency: string | undefined,
	depth: number,
): ExtraValue | null {
	const { amount, currency: ownCurrency, ...others } = object;
	const number = readNumber(amount);
	if (number !== null && typeof ownCurrency === "string" && Object.keys(others).length === 0)
		return { kind: "money", amount: number, currency: ownCurrency };
	const fields = readExtraFields(object, currency, depth + 1);
	return fields.length > 0 ? { kind: "fields", fields } : null;
}
