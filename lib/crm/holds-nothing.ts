import { isObject } from "@/lib/core/is-object";

/** Fields that say nothing alone: a mapping may write them for everybody, and so for nobody. */
const saysNothingAlone = new Set(["currency", "type"]);

/**
 * Whether there is nothing in a value to be shown. A field that is not in an answer is left out of what a mapping makes,
 * so that of nobody an empty object is left, or one with blank texts and what it writes for everybody.
 */
export function holdsNothing(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === "string") return value.trim() === "";
	if (Array.isArray(value)) return value.every(holdsNothing);
	return (
		isObject(value) &&
		Object.entries(value).every(([name, part]) => saysNothingAlone.has(name) || holdsNothing(part))
	);
}
