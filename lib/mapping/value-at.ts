import { isObject } from "@/lib/core/is-object";
import type { SourcePath } from "./assignment";

/** The value a path leads to; undefined when there is none. */
export function valueAt(value: unknown, path: SourcePath): unknown {
	return path.reduce<unknown>((part, step) => {
		if (typeof step === "number") return Array.isArray(part) ? part[step] : undefined;
		return isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined;
	}, value);
}

/** Whether a path leads to something, in whichever elements of the lists on its way. Null and blank text are nothing. */
export function leadsSomewhere(value: unknown, [step, ...others]: SourcePath): boolean {
	if (step === undefined) return !isNothing(value);
	if (typeof step === "number")
		return Array.isArray(value) && value.some((element) => leadsSomewhere(element, others));
	return isObject(value) && Object.hasOwn(value, step) && leadsSomewhere(value[step], others);
}

const isNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === "string" && value.trim() === "") ||
	(Array.isArray(value) && value.length === 0);
