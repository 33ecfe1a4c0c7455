import { i18n } from "#i18n";
import type { JsonFailure } from "@/lib/core/json";

/** What is wrong with a JSON text, in the user's language, with line and column. */
export function jsonProblemText(failure: JsonFailure): string {
	if (failure.reason === "text-too-long") return i18n.t("json.tooLong", [failure.limit]);
	const { line, column, defect } = failure;
	return i18n.t("json.broken", [line, column, i18n.t(`json.defects.${defect}`)]);
}
