import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import type { FunctionProblem } from "@/lib/functions/definition";
import type { ReadFunction } from "@/lib/functions/import";

export type FunctionIssue = Extract<ReadFunction, { ok: false }>["issues"][number];

/** What is wrong with a function, in the user's words; what only its JSON can have, in those of the tool. */
export function functionProblemText(issue: FunctionIssue): string {
	if (issue.code === "unrecognized_keys")
		return issue.keys.map((key) => i18n.t("settings.functions.problems.unknownField", [key])).join(" ");
	if (issue.code === "invalid_format" && issue.path[0] === "name")
		return i18n.t("settings.functions.problems.name");
	if (issue.code === "invalid_type" && issue.input === undefined && issue.path.length === 1)
		return issue.path[0] === "endpoint"
			? i18n.t("settings.functions.problems.noUrl")
			: i18n.t("settings.functions.problems.missing", [String(issue.path[0])]);
	const problem = issue.code === "custom" ? (issue.params as FunctionProblem | undefined) : undefined;
	switch (problem?.reason) {
		case "name-twice":
			return i18n.t("settings.functions.problems.nameTwice");
		case "placeholder-in-host":
			return i18n.t("settings.functions.problems.placeholderInHost");
		case "url":
			return failureText(problem.failure).text;
		case "no-body":
			return i18n.t("settings.functions.problems.noBody", [problem.method]);
		case "unknown-placeholder":
			return i18n.t("settings.functions.problems.unknownPlaceholder", [problem.name]);
		default:
			return issue.message;
	}
}
