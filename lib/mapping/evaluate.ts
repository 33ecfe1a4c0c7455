import jsonata from "jsonata";
import { errorText } from "@/lib/core/error-text";
import { isObject } from "@/lib/core/is-object";
import { placeIn } from "@/lib/core/place-in";
import { fail, ok, type Result } from "@/lib/core/result";
import { type MappingJob, maxMappedBytes } from "./engine";
import type { MappingFault } from "./fault";

/** Calls inside calls, before it counts as endless; the browser's own stack holds some more. */
const deepestCalls = 1_000;
/** Values in one list. */
const longestList = 1_000_000;

/** Reads an expression. What is no JSONata is told with its place. */
export function parseExpression(expression: string): Result<jsonata.Expression, MappingFault> {
	try {
		return ok(jsonata(expression, { stack: deepestCalls, sequence: longestList }));
	} catch (error) {
		return fail(
			isTooDeep(error) ? { problem: "too-deep" } : { problem: "syntax", ...told(expression, error) },
		);
	}
}

/**
 * Evaluates an expression on JSON text and gives what it makes as JSON text, undefined when that is nothing. It may run
 * for ever: whoever calls this must be able to end it (lib/platform/mapping/worker-engine).
 */
export async function evaluateJob({
	expression,
	input,
	bindings = {},
}: MappingJob): Promise<Result<string | undefined, MappingFault>> {
	const parsed = parseExpression(expression);
	if (!parsed.ok || input === undefined) return parsed.ok ? ok(undefined) : parsed;
	try {
		return textOf(await parsed.value.evaluate(JSON.parse(input), bindings));
	} catch (error) {
		return fail(
			isTooDeep(error) ? { problem: "too-deep" } : { problem: "error", ...told(expression, error) },
		);
	}
}

function textOf(value: unknown): Result<string | undefined, MappingFault> {
	if (isFunction(value))
		return fail({ problem: "error", detail: "The expression makes a function, and no value." });
	const text = JSON.stringify(value);
	if (text !== undefined && new TextEncoder().encode(text).byteLength > maxMappedBytes)
		return fail({ problem: "too-large", limitBytes: maxMappedBytes });
	return ok(text);
}

const isFunction = (value: unknown): boolean =>
	typeof value === "function" ||
	(isObject(value) && (value._jsonata_lambda === true || value._jsonata_function === true));

/** JSONata's own limit on calls, or the browser's. Other RangeErrors are about lengths. */
const isTooDeep = (error: unknown): boolean =>
	(error instanceof RangeError && /call stack/i.test(error.message)) ||
	(isObject(error) && error.code === "D1011");

/** JSONata throws plain objects; `position` is where it had read to, which is behind the word it speaks of. */
function told(expression: string, error: unknown) {
	const { message, position, token } = (isObject(error) ? error : {}) as Partial<jsonata.JsonataError>;
	const detail = message ?? errorText(error);
	if (typeof position !== "number") return { detail };
	const before = expression.slice(0, position);
	const word = [`$${token}(`, `${token}`].find((text) => before.endsWith(text)) ?? "";
	return { detail, ...placeIn(expression, position - word.length) };
}
