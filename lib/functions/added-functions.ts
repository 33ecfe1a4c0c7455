import { jsonFailureSentence, parseJson } from "@/lib/core/json";
import { z } from "@/lib/core/schema";
import { customFunctionSchema } from "./definition";
import { readFunctions } from "./import";

/** The longest text functions are read from, in characters. */
export const longestImport = 1024 * 1024;

/** `add_function`: one function or several, in any documented form, as JSON or as a JSON text. */
export const addedFunctionsSchema = z
	.unknown()
	.transform((input, context) => {
		const given =
			typeof input === "string" ? parseJson(input, longestImport) : { ok: true as const, value: input };
		if (!given.ok) {
			context.issues.push({ code: "custom", input, message: jsonFailureSentence(given.failure) });
			return z.NEVER;
		}
		const read = readFunctions(given.value);
		for (const [index, one] of read.entries()) {
			if (one.ok) continue;
			const at = read.length > 1 ? [index] : [];
			for (const issue of one.issues)
				context.issues.push({ ...issue, input, path: [...at, ...issue.path] } as z.core.$ZodRawIssue);
		}
		return read.flatMap((one) => (one.ok ? [one.definition] : []));
	})
	.meta({
		publishedAs: customFunctionSchema,
		description: "A function, several, or the same as a JSON text.",
	});
