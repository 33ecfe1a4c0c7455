import { i18n } from "#i18n";
import type { CallEntry, CallState } from "@/lib/functions/call-log";
import type { FunctionFailure } from "@/lib/functions/call-outcome";
import { noAnswerText, statusLooks } from "../../deliveries/delivery-words";

/** How a state looks. */
export const callLooks: Record<CallState, (typeof statusLooks)["failed"]> = {
	succeeded: statusLooks.delivered,
	failed: statusLooks.failed,
	refused: statusLooks.cancelled,
};

/** Who wanted a call sent; empty where nobody did. */
export function approvalText({ approvedBy, request }: Pick<CallEntry, "approvedBy" | "request">): string {
	switch (approvedBy) {
		case "rule":
			return i18n.t(`functionCalls.approvedBy.${request?.method === "GET" ? "reads" : "rule"}`);
		case "person":
			return i18n.t("functionCalls.approvedBy.person");
		case "try-it":
			return i18n.t("functionCalls.approvedBy.try_it");
		case undefined:
			return "";
	}
}

/** How a call went, in two or three words. */
export function callResult({ status, failure }: CallEntry): string {
	if (status !== undefined) return `HTTP ${status}`;
	if (!failure) return "";
	switch (failure.reason) {
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
			return voidResult(failure.detail);
		case "cancelled":
			return i18n.t("functionCalls.result.cancelled");
		case "unreachable":
		case "interrupted":
		case "timeout":
		case "redirected":
		case "internal":
			return noAnswerText(failure.reason) ?? i18n.t("functionCalls.result.internal");
	}
}

function voidResult(detail: Extract<FunctionFailure, { reason: "approval-void" }>["detail"]): string {
	switch (detail) {
		case "expired":
			return i18n.t("functionCalls.result.expired");
		case "stopped":
			return i18n.t("functionCalls.result.cancelled");
		case "used":
		case "changed":
			return i18n.t("functionCalls.result.void");
	}
}
