import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import type { CallFailure } from "@/lib/assistant/run";
import { hostOfPattern } from "@/lib/crm/endpoint-url";

/** Why a call came to nothing, in one sentence. */
export function callFailureText(failure: CallFailure): string {
	switch (failure.reason) {
		case "unknown-function":
			return i18n.t("assistantTab.call.failures.unknown", [failure.name.slice(0, 100)]);
		case "arguments-not-json":
			return i18n.t("assistantTab.call.failures.notJson");
		case "arguments-too-long":
			return i18n.t("assistantTab.call.failures.tooLong");
		case "arguments-invalid":
			return i18n.t("assistantTab.call.failures.invalid", [
				failure.problems.map(({ pointer, message }) => `${pointer} ${message}`.trim()).join(" "),
			]);
		case "phone-unknown":
			return i18n.t("assistantTab.call.failures.phoneUnknown");
		case "other-conversation":
			return i18n.t("assistantTab.call.failures.otherConversation");
		case "permission-missing":
			return i18n.t("failures.permission.text", [hostOfPattern(failure.origin)]);
		case "unreachable":
			return i18n.t("failures.unreachable.text", [failure.host]);
		case "interrupted":
			return i18n.t("failures.interrupted.text", [failure.host]);
		case "timeout":
			return i18n.t("failures.timeout.text", [failure.afterMs / 1_000]);
		case "redirected":
			return i18n.t("failures.redirected.text");
		case "cancelled":
			return i18n.t("failures.cancelled.text");
		case "refused":
			return i18n.t("assistantTab.call.failures.refused");
		case "approval-void":
			return i18n.t(`assistantTab.call.failures.void.${failure.detail}`);
		case "product-search":
			return failureText(failure.failure).text;
		case "too-many-calls":
			return i18n.t("assistantTab.call.failures.tooMany", [failure.most]);
		case "internal":
			return i18n.t("failures.internal.text", [failure.detail]);
	}
}
