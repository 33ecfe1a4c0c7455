import { i18n } from "#i18n";
import type { Purpose } from "@/lib/core/http";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import type { EgressEntry, EgressState } from "@/lib/egress/entry";
import { noAnswerText, statusLooks } from "../deliveries/delivery-words";

/** How a state looks. */
export const stateLooks: Record<EgressState, (typeof statusLooks)["failed"]> = {
	succeeded: statusLooks.delivered,
	failed: statusLooks.failed,
	cancelled: statusLooks.cancelled,
};

/** What a request was for, in the user's words. */
export function purposeName({ kind, name, step }: Purpose): string {
	const isFunction = kind === "function" || kind === "function-test";
	const type = isFunction ? undefined : endpointTypes.find((one) => one === name);
	const title = isFunction
		? i18n.t("functionCalls.purpose", [name])
		: type
			? i18n.t(`settings.endpoints.types.${type}.title`)
			: name;
	// The test event of a webhook is called so already.
	const saysSo = kind === "webhook-test" && name === "test";
	const whole = kind.endsWith("-test") && !saysSo ? i18n.t("settings.activity.test", [title]) : title;
	return step === undefined ? whole : i18n.t("settings.activity.step", [whole, step + 1]);
}

/** How a request went, in two or three words. */
export function resultText({ status, failure }: Pick<EgressEntry, "status" | "failure">): string {
	const code = status !== undefined && `HTTP ${status}`;
	const reason = failure !== undefined && failure !== "http-status" && reasonText(failure);
	return [code, reason].filter(Boolean).join(" · ");
}

function reasonText(failure: string): string {
	switch (failure) {
		case "too-large":
			return i18n.t("settings.activity.result.tooLarge");
		case "not-json":
			return i18n.t("settings.activity.result.notJson");
		case "truncated-json":
			return i18n.t("settings.activity.result.truncated");
		case "not-understood":
			return i18n.t("settings.activity.result.notUnderstood");
		case "unreadable-answer":
			return i18n.t("settings.activity.result.unreadable");
		case "mapping":
			return i18n.t("settings.activity.result.mapping");
		case "cancelled":
			return i18n.t("settings.activity.result.cancelled");
		default:
			return noAnswerText(failure) ?? failure;
	}
}
