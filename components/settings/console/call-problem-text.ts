import { i18n } from "#i18n";
import type { EditorProblem } from "@/components/json-editor/json-editor";
import { jsonProblemText } from "@/components/json-editor/json-problem-text";
import { placeOf } from "@/lib/core/json";
import type { CallFailure, CallProblem } from "./read-call";

/** What is wrong with a call before it is made, each problem at its place in the text. */
export function callProblems(text: string, failure: CallFailure): EditorProblem[] {
	switch (failure.reason) {
		case "text-too-long":
			return [{ offset: 0, length: 0, message: jsonProblemText(failure) }];
		case "invalid-json":
			return [{ offset: failure.offset, length: failure.length, message: jsonProblemText(failure) }];
		case "no-call":
			return failure.problems.map((problem) => {
				const { offset, length } = placeOf(text, [...problem.path]);
				return { offset, length, message: problemText(problem) };
			});
	}
}

function problemText(problem: CallProblem): string {
	switch (problem.reason) {
		case "not-an-object":
			return i18n.t("settings.console.problems.notAnObject");
		case "no-name":
			return i18n.t("settings.console.problems.noName");
		case "unknown-tool":
			return i18n.t("settings.console.problems.unknownTool", [problem.name]);
		case "arguments-not-an-object":
			return i18n.t("settings.console.problems.argumentsNotAnObject");
		case "unknown-field":
			return i18n.t("settings.console.problems.unknownField", [problem.name]);
		case "masked-secret":
			return i18n.t("settings.console.problems.maskedSecret", [problem.path.join(".")]);
	}
}
