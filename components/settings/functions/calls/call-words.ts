import { i18n } from "#i18n";
import type { CallEntry, CallState } from "@/lib/functions/call-log";
import { noAnswerText, statusLooks } from "../../deliveries/delivery-words";

/** How a state looks. */
export const callLooks: Record<CallState, (typeof statusLooks)["failed"]> = {
	succeeded: statusLooks.delivered,
	failed: statusLooks.failed,
	refused: statusLooks.cancelled,
};

/** How a call went, in two or three words. */
export function callResult({ status, failure }: CallEntry): string {
	if (status !== undefined) return `HTTP ${status}`;
	const reason = failure?.reason;
	switch (reason) {
		case undefined:
			return "";
		case "arguments-not-json":
		case "arguments-too-long":
		case "arguments-invalid":
			return i18n.t("functionCalls.result.arguments");
		case "unknown-function":
			return i18n.t("functionCalls.result.unknown");
		case "phone-unknown":
			return i18n.t("functionCalls.result.phone");
		case "other-conversation":
			return i18n.t("functionCalls.result.otherConversation");
		case "permission-missing":
			return i18n.t("functionCalls.result.permission");
		case "refused":
			return i18n.t("functionCalls.result.refused");
		case "approval-void":
			return i18n.t("functionCalls.result.void");
		case "cancelled":
			return i18n.t("functionCalls.result.cancelled");
		case "unreachable":
		case "interrupted":
		case "timeout":
		case "redirected":
		case "internal":
			return noAnswerText(reason) ?? i18n.t("functionCalls.result.internal");
	}
}
