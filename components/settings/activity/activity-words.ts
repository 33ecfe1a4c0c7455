import { Ban, CircleAlert, CircleCheck, type LucideIcon } from "lucide-react";
import { i18n } from "#i18n";
import type { Tone } from "@/components/ui/badge";
import type { Purpose } from "@/lib/core/http";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import type { EgressEntry, EgressState } from "@/lib/egress/entry";

/** How a state looks. */
export const stateLooks: Record<EgressState, { icon: LucideIcon; tone: Tone }> = {
	succeeded: { icon: CircleCheck, tone: "good" },
	failed: { icon: CircleAlert, tone: "bad" },
	cancelled: { icon: Ban, tone: "neutral" },
};

/** What a request was for, in the user's words. */
export function purposeName({ kind, name }: Purpose): string {
	const type = endpointTypes.find((one) => one === name);
	const title = type ? i18n.t(`settings.endpoints.types.${type}.title`) : name;
	return kind === "crm-test" || (kind === "webhook-test" && name !== "test")
		? i18n.t("settings.activity.test", [title])
		: title;
}

/** How a request went, in two or three words. */
export function resultText({ status, failure }: Pick<EgressEntry, "status" | "failure">): string {
	const code = status !== undefined && `HTTP ${status}`;
	const reason = failure !== undefined && failure !== "http-status" && reasonText(failure);
	return [code, reason].filter(Boolean).join(" · ");
}

function reasonText(failure: string): string {
	switch (failure) {
		case "timeout":
			return i18n.t("settings.deliveries.result.timeout");
		case "unreachable":
			return i18n.t("settings.deliveries.result.unreachable");
		case "interrupted":
			return i18n.t("settings.deliveries.result.interrupted");
		case "redirected":
			return i18n.t("settings.deliveries.result.redirected");
		case "too-large":
			return i18n.t("settings.activity.result.tooLarge");
		case "not-json":
			return i18n.t("settings.activity.result.notJson");
		case "truncated-json":
			return i18n.t("settings.activity.result.truncated");
		case "unreadable-answer":
			return i18n.t("settings.activity.result.unreadable");
		case "cancelled":
			return i18n.t("settings.activity.result.cancelled");
		default:
			return failure;
	}
}
