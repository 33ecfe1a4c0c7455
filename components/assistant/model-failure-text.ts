import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import type { ModelFailure } from "@/lib/assistant/model";
import { hostOfPattern } from "@/lib/crm/endpoint-url";

export type ModelFailureText = { title: string; text: string };

/** Why a model gave no whole answer, and what to do, in the user's words. */
export function modelFailureText(failure: ModelFailure): ModelFailureText {
	const key = messageKey(failure.reason);
	return {
		title: i18n.t(`assistantTab.failures.${key}.title`),
		text: textOf(failure),
	};
}

function textOf(failure: ModelFailure): string {
	switch (failure.reason) {
		case "permission-missing":
			return i18n.t("assistantTab.failures.permission_missing.text", [hostOfPattern(failure.origin)]);
		case "unreachable":
		case "interrupted":
			return i18n.t(`assistantTab.failures.${failure.reason}.text`, [failure.host]);
		case "timeout":
			return i18n.t("assistantTab.failures.timeout.text", [failure.afterMs / 1_000]);
		case "too-many-requests":
			return failure.retryAfterMs === undefined
				? i18n.t("assistantTab.failures.too_many_requests.text")
				: i18n.t("assistantTab.failures.too_many_requests.after", [Math.ceil(failure.retryAfterMs / 1_000)]);
		case "http-status":
			return i18n.t("assistantTab.failures.http_status.text", [failure.status]);
		case "internal":
			return i18n.t("assistantTab.failures.internal.text", [failure.detail]);
		case "not-set":
		case "redirected":
		case "key-refused":
		case "not-allowed":
		case "model-unknown":
		case "too-long":
		case "functions-refused":
		case "not-understood":
		case "too-large":
		case "built-in-unavailable":
			return i18n.t(`assistantTab.failures.${messageKey(failure.reason)}.text`);
	}
}

/** The server's own words, where there are any. */
export function wordsOfServer(failure: ModelFailure): string {
	if ("excerpt" in failure) return failure.excerpt;
	return "detail" in failure && failure.reason !== "internal" ? failure.detail : "";
}
