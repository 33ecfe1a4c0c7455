import { Ban, CircleAlert, CircleCheck, Clock, LoaderCircle, type LucideIcon } from "lucide-react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import type { Tone } from "@/components/ui/badge";
import { type Attempt, type DeliveryStatus, isUnknown } from "@/lib/webhooks/delivery";
import type { DeliveryRow } from "@/lib/webhooks/delivery-filter";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { attemptFailureText } from "../webhooks/webhook-tester";
import type { Times } from "./use-times";

/** How a state looks. */
export const statusLooks: Record<DeliveryStatus, { icon: LucideIcon; tone: Tone }> = {
	pending: { icon: Clock, tone: "accent" },
	delivered: { icon: CircleCheck, tone: "good" },
	failed: { icon: CircleAlert, tone: "bad" },
	cancelled: { icon: Ban, tone: "neutral" },
};

/** The look of a delivery: one that has already failed an attempt is told from one that only waits. */
export function lookOf({ status, leasedAt, failures }: DeliveryRow): { icon: LucideIcon; tone: Tone } {
	if (status !== "pending") return statusLooks[status];
	if (leasedAt !== undefined) return { icon: LoaderCircle, tone: "accent" };
	return { icon: Clock, tone: failures > 0 ? "warn" : "accent" };
}

/** What holds all of them up, or slows them down until then. */
export type Queue = Pick<OutboxStatus, "holdup" | "slowedUntil">;

/** What a pending delivery waits for; of one that is settled, undefined. `queue` is how the whole of it is. */
export function waitingText(
	{ status, leasedAt, dueAt }: DeliveryRow,
	{ holdup, slowedUntil = 0 }: Queue,
	times: Times,
	now: number,
): string | undefined {
	if (status !== "pending") return undefined;
	if (leasedAt !== undefined) return i18n.t("settings.deliveries.next.sending");
	if (dueAt === undefined) return i18n.t("settings.deliveries.next.behind");
	if (holdup) return i18n.t(`settings.deliveries.next.held.${messageKey(holdup)}`);
	return times.ahead(Math.max(dueAt, slowedUntil), now);
}

const noAnswerReasons = ["timeout", "unreachable", "interrupted", "redirected"] as const;

/** Why a request had no answer, in two or three words; undefined for every other reason. */
export function noAnswerText(reason: string | undefined): string | undefined {
	const known = noAnswerReasons.find((one) => one === reason);
	return known && i18n.t(`settings.deliveries.result.${known}`);
}

/** How an attempt went, in two or three words. */
export function attemptResult({ status, failure }: Attempt): string {
	if (status !== undefined) return `HTTP ${status}`;
	if (failure && isUnknown(failure)) return i18n.t("settings.deliveries.result.unknown");
	const noAnswer = noAnswerText(failure?.reason);
	if (noAnswer) return noAnswer;
	switch (failure?.reason) {
		case "permission-missing":
			return i18n.t("settings.deliveries.result.permission");
		default:
			return i18n.t("settings.deliveries.tabs.delivered");
	}
}

/** Why an attempt failed and what to do, in the user's words; undefined when it did not. */
export function attemptReason({ failure, status, url }: Attempt): string | undefined {
	if (!failure) return undefined;
	if (isUnknown(failure))
		return i18n.t(
			failure.reason === "cancelled"
				? "settings.deliveries.cancelledMeanwhile.attempt"
				: "settings.deliveries.workerEnded",
		);
	if (status === 410) return i18n.t("settings.deliveries.goneAttempt");
	return attemptFailureText(failure, url ? new URL(url).host : "");
}
