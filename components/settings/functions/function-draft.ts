import type { EditorProblem } from "@/components/json-editor/json-editor";
import { jsonProblemText } from "@/components/json-editor/json-problem-text";
import { isObject } from "@/lib/core/is-object";
import { parseJson, placeOf } from "@/lib/core/json";
import { longestImport } from "@/lib/functions/added-functions";
import type { CustomFunction } from "@/lib/functions/definition";
import { type ReadFunction, readFunctions } from "@/lib/functions/import";
import { functionProblemText } from "./function-problem-text";

/** A function being written: its text is the one truth, the form reads and rewrites it. */
export type FunctionDraft = {
	/** As far as the text is a JSON object. */
	fields?: Record<string, unknown>;
	/** As it would be stored, when nothing is wrong. */
	definition?: CustomFunction;
	/** What is wrong, at its place in the text. */
	problems: (EditorProblem & { /** Its path: `parameters.type`. */ field?: string })[];
	/** The first problem of each field, by the field's name. */
	fieldProblems: Record<string, string>;
};

/** Reads the text of the editor. */
export function readDraft(text: string): FunctionDraft {
	const parsed = parseJson(text, longestImport);
	if (!parsed.ok) {
		const { failure } = parsed;
		const place = failure.reason === "invalid-json" ? failure : { offset: 0, length: 0 };
		return {
			problems: [{ offset: place.offset, length: place.length, message: jsonProblemText(failure) }],
			fieldProblems: {},
		};
	}
	const [read] = readFunctions(parsed.value);
	const { value } = parsed;
	const fields = isObject(value) ? value : undefined;
	if (!read || read.ok)
		return { fields, problems: [], fieldProblems: {}, ...(read && { definition: read.definition }) };
	return { fields, problems: placed(text, read), fieldProblems: byField(read) };
}

function placed(text: string, { issues }: Extract<ReadFunction, { ok: false }>): FunctionDraft["problems"] {
	return issues.map((issue) => {
		const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
		const { offset, length } = placeOf(text, path);
		return { offset, length, message: functionProblemText(issue), field: path.join(".") };
	});
}

function byField({ issues }: Extract<ReadFunction, { ok: false }>): Record<string, string> {
	const problems: Record<string, string> = {};
	for (const issue of issues) {
		const name = String(issue.path[0] ?? "");
		problems[name] ??= functionProblemText(issue);
	}
	return problems;
}
