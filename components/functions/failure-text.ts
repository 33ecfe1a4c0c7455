import { i18n } from "#i18n";
import { hostOfPattern } from "@/lib/crm/endpoint-url";
import type { ArgumentProblem } from "@/lib/functions/argument-problem";
import type { FunctionFailure } from "@/lib/functions/call-outcome";

/** Why a function was not called or gave no answer, in the user's words. */
export function functionFailureText(failure: FunctionFailure): string {
	switch (failure.reason) {
		case "unknown-function":
			return i18n.t("functionCalls.failures.unknown", [failure.name]);
		case "arguments-not-json":
			return i18n.t("functionCalls.failures.notJson");
		case "arguments-too-long":
			return i18n.t("functionCalls.failures.tooLong", [failure.longest]);
		case "arguments-invalid":
			return i18n.t("functionCalls.failures.invalid");
		case "phone-unknown":
			return i18n.t("functionCalls.failures.phone");
		case "other-conversation":
			return i18n.t("functionCalls.failures.otherConversation");
		case "permission-missing":
			return i18n.t("functionCalls.failures.permission", [hostOfPattern(failure.origin)]);
		case "unreachable":
			return i18n.t("functionCalls.failures.unreachable", [failure.host]);
		case "interrupted":
			return i18n.t("functionCalls.failures.interrupted", [failure.host]);
		case "timeout":
			return i18n.t("functionCalls.failures.timeout", [failure.afterMs / 1_000]);
		case "redirected":
			return i18n.t("functionCalls.failures.redirected");
		case "cancelled":
			return i18n.t("functionCalls.failures.cancelled");
		case "refused":
			return i18n.t("functionCalls.failures.refused");
		case "approval-void":
			return i18n.t(`functionCalls.failures.void.${failure.detail}`);
		case "internal":
			return i18n.t("functionCalls.failures.internal", [failure.detail]);
	}
}

/** What is wrong with one argument, and which, in the user's words where there are any. */
export function argumentProblemText({ pointer, message, rule, wanted = "" }: ArgumentProblem): string {
	const where = pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
	const what = rule === undefined ? message : i18n.t(`functionCalls.problems.${rule}`, [wanted]);
	return where === "" ? what : `${where}: ${what}`;
}
