import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { dismissDataLoss } from "@/components/hooks/use-outbox-status";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { hostOfPattern } from "@/lib/crm/endpoint-url";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { AccessMissing } from "../access-missing";
import { hrefOf } from "../shell/place";
import { useTimeOf } from "./use-time-of";
import { useTimes } from "./use-times";

/** A pause is told for so long after it ended. */
const pauseToldMs = 3 * 24 * 3_600_000;

/** Says what holds the queue up, and what can be done about it. Renders nothing when all is well. */
export function OutboxNotices({ status }: { status: OutboxStatus }) {
	const now = useTimeOf(status);
	const times = useTimes();
	const { storageProblem, lostAt, slowedUntil, counts } = status;
	const pause = status.pauses.at(-1);
	const notices: ReactNode[] = [
		storageProblem && (
			<Notice key="storage" tone="bad" title={i18n.t("settings.deliveries.storage.title")}>
				<p>{i18n.t("settings.deliveries.storage.text")}</p>
				<p className="mt-1 text-ink-soft">
					{times.moment(storageProblem.at)} · {storageProblem.detail}
				</p>
			</Notice>
		),
		lostAt !== undefined && (
			<Notice
				key="lost"
				tone="bad"
				title={i18n.t("settings.deliveries.dataLoss.title")}
				action={
					<Button size="small" onClick={() => void dismissDataLoss()}>
						{i18n.t("settings.deliveries.dataLoss.dismiss")}
					</Button>
				}
			>
				{i18n.t("settings.deliveries.dataLoss.text", [times.moment(lostAt)])}
			</Notice>
		),
		<HoldupNotice key="holdup" status={status} />,
		slowedUntil !== undefined && slowedUntil > now && counts.pending > 0 && !status.holdup && (
			<Notice key="slowed" tone="warn" title={i18n.t("settings.deliveries.slowed.title")}>
				{i18n.t("settings.deliveries.slowed.text", [times.precise(slowedUntil)])}
			</Notice>
		),
		pause && now - pause.until < pauseToldMs && (
			<Notice
				key="pause"
				tone="info"
				title={i18n.t("settings.deliveries.pause.title", [times.duration(pause.until - pause.from)])}
			>
				{i18n.t("settings.deliveries.pause.text", [times.moment(pause.from), times.moment(pause.until)])}
			</Notice>
		),
	];
	return <div className="[&>*]:mb-4">{notices}</div>;
}

type GoneNoticeProps = { gone: NonNullable<OutboxStatus["gone"]>; action?: ReactNode };

/** Says that the receiver answered 410, and that the webhook is off since. */
export function GoneNotice({ gone: { url, at }, action }: GoneNoticeProps) {
	const times = useTimes();
	return (
		<Notice tone="bad" title={i18n.t("settings.deliveries.gone.title")} action={action}>
			{i18n.t("settings.deliveries.gone.text", [url, times.moment(at)])}
		</Notice>
	);
}

function HoldupNotice({ status: { holdup, counts, origin, gone } }: { status: OutboxStatus }) {
	const waiting = counts.pending;
	const toWebhooks = (
		<LinkButton size="small" href={hrefOf({ route: "webhooks" })}>
			{i18n.t("settings.deliveries.toWebhooks")}
		</LinkButton>
	);
	if (gone) return <GoneNotice gone={gone} action={toWebhooks} />;
	if (waiting === 0) return null;
	switch (holdup) {
		case "permission-missing":
			return (
				origin && (
					<AccessMissing pattern={origin}>
						{i18n.t("settings.deliveries.permission", waiting, [String(waiting), hostOfPattern(origin)])}
					</AccessMissing>
				)
			);
		case "off":
			return (
				<Notice tone="warn" title={i18n.t("settings.deliveries.off.title")} action={toWebhooks}>
					{i18n.t("settings.deliveries.off.text", waiting)}
				</Notice>
			);
		case "offline":
			return (
				<Notice tone="info" title={i18n.t("settings.deliveries.offline.title")}>
					{i18n.t("settings.deliveries.offline.text", waiting)}
				</Notice>
			);
		default:
			return null;
	}
}
