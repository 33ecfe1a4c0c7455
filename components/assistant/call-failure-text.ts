import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { argumentProblemText, functionFailureText } from "@/components/functions/failure-text";
import type { CallFailure } from "@/lib/assistant/run";

/** Why a call came to nothing, in the user's words; a line for each argument that does not fit. */
export function callFailureText(failure: CallFailure): string {
	switch (failure.reason) {
		case "product-search":
			return failureText(failure.failure).text;
		case "too-many-calls":
			return i18n.t("assistantTab.call.tooMany", [failure.most]);
		case "arguments-invalid":
			return [functionFailureText(failure), ...failure.problems.map(argumentProblemText)].join("\n");
		default:
			return functionFailureText(failure);
	}
}
