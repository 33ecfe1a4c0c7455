import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import type { Tone } from "@/components/ui/badge";
import type { Finding, IntentLevel } from "@/lib/followup/finding";
import { reasonOf } from "@/lib/followup/reason";
import type { Signal } from "@/lib/followup/signal";

export const intentTones: Record<IntentLevel, Tone> = { low: "neutral", medium: "accent", high: "good" };

/** What a sign says; `name` is the customer's. */
export const signalText = (signal: Signal, name: string): string =>
	signal === "silent-after-them"
		? i18n.t("followUp.signals.silent_after_them", [name])
		: i18n.t(`followUp.signals.${messageKey(signal)}`);

/** Why somebody should be written to, in a sentence. */
export function reasonText(finding: Finding): string {
	const reason = reasonOf(finding);
	if (reason !== "objection") return i18n.t(`followUp.reason.${messageKey(reason)}`);
	const objection = finding.customerObjection ?? "price";
	return i18n.t("followUp.reason.objection", [i18n.t(`followUp.objections.${messageKey(objection)}`)]);
}

const hourMs = 3_600_000;

/** A stretch of ms as people say it: hours below two days, then days. */
export function stretchText(ms: number, locale: string): string {
	const inDays = ms >= 48 * hourMs;
	const amount = Math.max(1, Math.floor(ms / (inDays ? 24 * hourMs : hourMs)));
	return new Intl.NumberFormat(locale, {
		style: "unit",
		unit: inDays ? "day" : "hour",
		unitDisplay: "long",
	}).format(amount);
}

/** A weight with its sign: `+0.35`. */
export const weightText = (weight: number, locale: string): string =>
	new Intl.NumberFormat(locale, { signDisplay: "always", maximumFractionDigits: 3 }).format(weight);
