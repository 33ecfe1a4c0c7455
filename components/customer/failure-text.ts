import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { hostOfPattern } from "@/lib/crm/endpoint-url";
import type { AnswerFault, CrmFailure, UnreadableDetail } from "@/lib/crm/failure";

export type FailureText = { title: string; text: string };

/** A failure in the user's words: what happened, and what to do. */
export function failureText(failure: CrmFailure): FailureText {
	switch (failure.reason) {
		case "invalid-url":
			return {
				title: i18n.t("failures.invalidUrl.title"),
				text: i18n.t(`failures.invalidUrl.${messageKey(failure.detail)}`),
			};
		case "insecure-url":
			return {
				title: i18n.t("failures.insecureUrl.title"),
				text: i18n.t("failures.insecureUrl.text", [failure.host]),
			};
		case "permission-missing":
			return {
				title: i18n.t("failures.permission.title"),
				text: i18n.t("failures.permission.text", [hostOfPattern(failure.origin)]),
			};
		case "endpoint-disabled":
			return {
				title: i18n.t("failures.disabled.title"),
				text: i18n.t("failures.disabled.text", [clockTime(failure.retryAt), failure.detail]),
			};
		case "unreachable":
			return {
				title: i18n.t("failures.unreachable.title"),
				text: i18n.t("failures.unreachable.text", [failure.host]),
			};
		case "interrupted":
			return {
				title: i18n.t("failures.interrupted.title"),
				text: i18n.t("failures.interrupted.text", [failure.host]),
			};
		case "timeout":
			return {
				title: i18n.t("failures.timeout.title"),
				text: i18n.t("failures.timeout.text", [failure.afterMs / 1000]),
			};
		case "redirected":
			return { title: i18n.t("failures.redirected.title"), text: i18n.t("failures.redirected.text") };
		case "http-status":
			return statusText(failure.status);
		case "too-large":
			return {
				title: i18n.t("failures.tooLarge.title"),
				text: i18n.t("failures.tooLarge.text", [failure.limitBytes / 1024 / 1024]),
			};
		case "not-json":
			return { title: i18n.t("failures.notJson.title"), text: i18n.t("failures.notJson.text") };
		case "truncated-json":
			return { title: i18n.t("failures.truncated.title"), text: i18n.t("failures.truncated.text") };
		case "unreadable-answer":
			return { title: i18n.t("failures.unreadable.title"), text: unreadableText(failure.detail) };
		case "mapping":
			return { title: i18n.t("failures.mapping.title"), text: faultText(failure.fault) };
		case "customer-not-askable":
			return { title: i18n.t("anyCrm.notAskable.title"), text: i18n.t("anyCrm.notAskable.text") };
		case "cancelled":
			return { title: i18n.t("failures.cancelled.title"), text: i18n.t("failures.cancelled.text") };
		case "internal":
			return {
				title: i18n.t("failures.internal.title"),
				text: i18n.t("failures.internal.text", [failure.detail]),
			};
	}
}

function statusText(status: number): FailureText {
	const title = i18n.t("failures.status.title", [status]);
	if (status === 401)
		return { title: i18n.t("failures.status.401title"), text: i18n.t("failures.status.401text") };
	if (status === 403)
		return { title: i18n.t("failures.status.403title"), text: i18n.t("failures.status.403text") };
	if (status === 404)
		return { title: i18n.t("failures.status.404title"), text: i18n.t("failures.status.404text") };
	if (status >= 500) return { title, text: i18n.t("failures.status.500text") };
	return { title, text: i18n.t("failures.status.text") };
}

/** What is wrong with a mapping. JSONata's own words are English. */
export function faultText(fault: AnswerFault): string {
	switch (fault.problem) {
		case "syntax":
			return i18n.t("failures.mapping.syntax", [withPlace(fault)]);
		case "error":
			return i18n.t("failures.mapping.error", [withPlace(fault)]);
		case "too-slow":
			return i18n.t("failures.mapping.too_slow", [fault.limitMs / 1000]);
		case "too-deep":
			return i18n.t("failures.mapping.too_deep");
		case "too-large":
			return i18n.t("failures.mapping.too_large", [fault.limitBytes / 1024 / 1024]);
		case "not-run":
			return i18n.t("failures.mapping.not_run", [fault.detail]);
		case "wrong-shape":
			return i18n.t("failures.mapping.wrong_shape", [unreadableText(fault.detail)]);
	}
}

function withPlace({ line, column, detail }: { line?: number; column?: number; detail: string }): string {
	return line === undefined || column === undefined
		? detail
		: i18n.t("failures.mapping.at", [line, column, detail]);
}

function unreadableText(detail: UnreadableDetail): string {
	switch (detail) {
		case "not-an-object":
			return i18n.t("failures.unreadable.notAnObject");
		case "found-missing":
			return i18n.t("failures.unreadable.foundMissing");
		case "products-missing":
			return i18n.t("failures.unreadable.listMissing", ["products"]);
		case "results-missing":
			return i18n.t("failures.unreadable.listMissing", ["results"]);
		case "customers-missing":
			return i18n.t("failures.unreadable.customersMissing");
	}
}

const clockTime = (ms: number) =>
	new Date(ms).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
