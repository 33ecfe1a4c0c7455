import { isObject, type JsonObject } from "@/lib/core/is-object";
import { jsonFailureSentence, parseJson } from "@/lib/core/json";
import { fail, ok, type Result } from "@/lib/core/result";
import { type ArgumentProblem, pointerTo } from "./argument-problem";
import { checkArguments } from "./check-arguments";
import type { CustomFunction } from "./definition";
import { chosenParameters } from "./model-function";

/** Why arguments cannot be used. */
export type ArgumentsFailure =
	| { reason: "arguments-not-json"; detail: string }
	| { reason: "arguments-too-long"; longest: number }
	| { reason: "arguments-invalid"; problems: ArgumentProblem[] };

/** In characters. No function needs more, and a megabyte of them is an accident or an attack. */
export const longestArguments = 1_000_000;
const deepest = 64;
/** Checking a list for repetitions takes time with the square of its length. */
const mostValues = 10_000;

/**
 * Reads the arguments a model wrote for a function. An empty text is no arguments. A name that is fixed, or that the
 * schema does not tell of, is refused: what is sent is what the user has declared.
 */
export function readArguments(
	definition: Pick<CustomFunction, "parameters" | "fixed">,
	text: string,
): Result<JsonObject, ArgumentsFailure> {
	if (text.length > longestArguments)
		return fail({ reason: "arguments-too-long", longest: longestArguments });
	const parsed = parseJson(text.trim() === "" ? "{}" : text);
	if (!parsed.ok) return fail({ reason: "arguments-not-json", detail: jsonFailureSentence(parsed.failure) });
	const given = parsed.value;
	if (!isObject(given))
		return invalid([
			{ pointer: "", message: "The arguments have to be an object with a value for each name." },
		]);
	const size = sizeProblem(given);
	if (size) return invalid([size]);
	const fixed = Object.keys(given)
		.filter((name) => Object.hasOwn(definition.fixed ?? {}, name))
		.map((name) => ({
			pointer: pointerTo(name),
			message: `"${name}" is set by the user and cannot be chosen.`,
			rule: "fixed" as const,
		}));
	if (fixed.length > 0) return invalid(fixed);
	const problems = checkArguments(chosenParameters(definition), given);
	return problems.length > 0 ? invalid(problems) : ok(given);
}

const invalid = (problems: ArgumentProblem[]) => fail({ reason: "arguments-invalid", problems } as const);

/** Without recursion: a text of brackets alone is a hundred thousand levels deep. */
function sizeProblem(given: JsonObject): ArgumentProblem | undefined {
	const waiting: { value: unknown; depth: number }[] = [{ value: given, depth: 0 }];
	for (let values = 0, next = waiting.pop(); next; next = waiting.pop()) {
		if (next.depth > deepest)
			return { pointer: "", message: `The arguments are more than ${deepest} levels deep.` };
		if (++values > mostValues)
			return { pointer: "", message: `The arguments hold more than ${mostValues} values.` };
		const { value, depth } = next;
		if (typeof value === "object" && value !== null)
			for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
	}
	return undefined;
}
