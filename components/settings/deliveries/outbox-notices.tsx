import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { hrefOf } from "../shell/place";
import { useTimeOf } from "./use-time-of";
import { useTimes } from "./use-times";

/** A pause is told for so long after it ended. */
const pauseToldMs = 3 * 24 * 3_600_000;

/** Says what holds the queue up, and what can be done about it. Renders nothing when all is well. */
export function OutboxNotices({ status }: { status: OutboxStatus }) {
	const now = useTimeOf(status);
	const times = useTimes();
	const { storageProblem, slowedUntil, counts } = status;
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

function HoldupNotice({ status: { holdup, counts, origin, gone } }: { status: OutboxStatus }) {
	const times = useTimes();
	const grant = useGrant();
	const waiting = counts.pending;
	const toWebhooks = (
		<LinkButton size="small" href={hrefOf({ route: "webhooks" })}>
			{i18n.t("settings.deliveries.toWebhooks")}
		</LinkButton>
	);
	if (gone)
		return (
			<Notice tone="bad" title={i18n.t("settings.deliveries.gone.title")} action={toWebhooks}>
				{i18n.t("settings.deliveries.gone.text", [gone.url, times.moment(gone.at)])}
			</Notice>
		);
	if (waiting === 0) return null;
	switch (holdup) {
		case "permission-missing":
			return (
				<Notice
					tone="warn"
					title={i18n.t("failures.permission.title")}
					action={
						origin && (
							<Button size="small" onClick={() => grant.mutate(origin)}>
								<KeyRound aria-hidden />
								{i18n.t("failures.grant")}
							</Button>
						)
					}
				>
					{i18n.t("settings.deliveries.permission", waiting, [String(waiting), hostOf(origin)])}
					{grant.data === false && <p className="mt-1">{i18n.t("failures.permission.refused")}</p>}
				</Notice>
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

/** Of a match pattern such as `https://hooks.example.com/*`. */
const hostOf = (origin: string | undefined): string => origin?.replace(/^\w+:\/\/|\/\*$/g, "") ?? "";
