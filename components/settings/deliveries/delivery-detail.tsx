import { Ban, RotateCw, Trash2 } from "lucide-react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { type DeliveryCommand, useDelivery, useDeliveryCommand } from "@/components/hooks/use-deliveries";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { readPhone } from "@/lib/contacts/phone";
import { curlCommand } from "@/lib/crm/curl";
import { arrivedBy, type Delivery } from "@/lib/webhooks/delivery";
import { rowOf } from "@/lib/webhooks/delivery-filter";
import { type OutboxStatus, pausedBetween } from "@/lib/webhooks/outbox-status";
import { hrefOf } from "../shell/place";
import { AttemptItem } from "./attempt-item";
import { lookOf, waitingText } from "./delivery-words";
import { useTimeOf } from "./use-time-of";
import { useTimes } from "./use-times";

type DeliveryDetailProps = {
	seq: number;
	status: OutboxStatus;
	/** The target of the list behind it. */
	back: string;
};

/** Shorter pauses are not worth a word. */
const pauseToldMs = 60_000;

/** All about one delivery: what is sent, every attempt, what comes next. Over the list, which stays as it was. */
export function DeliveryDetail({ seq, status, back }: DeliveryDetailProps) {
	const { data: delivery } = useDelivery(seq, status);
	const run = useDeliveryCommand();
	const close = () => location.replace(hrefOf({ route: "deliveries", target: back }));
	if (delivery === undefined) return null;
	const act = (command: DeliveryCommand) =>
		run.mutate({ command, selection: { seqs: [seq] } }, { onSuccess: () => command === "remove" && close() });
	return (
		<Dialog
			wide
			title={delivery ? nameOf(delivery) : i18n.t("settings.deliveries.detail.missing")}
			close={close}
			actions={
				<>
					{delivery?.status === "pending" && (
						<Button onClick={() => act("cancel")} disabled={run.isPending}>
							<Ban aria-hidden />
							{i18n.t("settings.deliveries.cancel")}
						</Button>
					)}
					{delivery && delivery.status !== "pending" && (
						<Button onClick={() => act("remove")} disabled={run.isPending}>
							<Trash2 aria-hidden />
							{i18n.t("settings.deliveries.remove")}
						</Button>
					)}
					{delivery && canGoAgain(delivery) && (
						<Button onClick={() => act("sendAgain")} disabled={run.isPending}>
							<RotateCw aria-hidden />
							{i18n.t(
								delivery.status === "pending"
									? "settings.deliveries.sendNow"
									: "settings.deliveries.sendAgain",
							)}
						</Button>
					)}
					<Button look="primary" onClick={close}>
						{i18n.t("settings.close")}
					</Button>
				</>
			}
		>
			{delivery ? (
				<Facts delivery={delivery} status={status} />
			) : (
				<p>{i18n.t("settings.deliveries.detail.missingText")}</p>
			)}
		</Dialog>
	);
}

function Facts({ delivery, status }: { delivery: Delivery; status: OutboxStatus }) {
	const now = useTimeOf(status);
	const times = useTimes();
	const row = rowOf(delivery);
	const { icon: Icon, tone } = lookOf(row);
	const waits = waitingText(row, status, times, now);
	const until = delivery.dueAt !== undefined && delivery.dueAt > now && !status.holdup;
	const paused = pausedBetween(status.pauses, delivery.storedAt, delivery.settledAt ?? now);
	const arrived = arrivedBy(delivery);
	const latest = delivery.attempts.findLast(({ headers }) => headers !== undefined);
	return (
		<div className="space-y-4 text-ink">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
				<Badge tone={tone}>
					<Icon aria-hidden className="size-3.5" />
					{i18n.t(`settings.deliveries.states.${delivery.status}`)}
				</Badge>
				<code className="text-[0.93rem] text-ink-soft">{delivery.event}</code>
			</div>
			<dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-[0.93rem] [&_dt]:text-ink-soft">
				{waits && (
					<>
						<dt>{i18n.t("settings.deliveries.detail.next")}</dt>
						<dd aria-live="polite">
							{waits}
							{until && delivery.dueAt !== undefined && ` · ${times.precise(delivery.dueAt)}`}
						</dd>
					</>
				)}
				<dt>{i18n.t("settings.deliveries.detail.stored")}</dt>
				<dd>{times.precise(delivery.storedAt)}</dd>
				{delivery.settledAt !== undefined && delivery.status !== "pending" && (
					<>
						<dt>{i18n.t(`settings.deliveries.states.${delivery.status}`)}</dt>
						<dd>
							{times.precise(delivery.settledAt)}
							{delivery.cancelledBecause &&
								` · ${i18n.t(`settings.deliveries.cancelledBecause.${messageKey(delivery.cancelledBecause)}`)}`}
						</dd>
					</>
				)}
				<dt>ID</dt>
				<dd className="break-all font-mono text-[0.86rem]">{delivery.id}</dd>
			</dl>
			{delivery.status === "cancelled" && arrived && (
				<p className="rounded-lg bg-warn-soft px-3 py-2 text-[0.93rem] text-warn">
					{i18n.t("settings.deliveries.cancelledMeanwhile.arrived", [String(arrived.number)])}
				</p>
			)}
			{paused >= pauseToldMs && (
				<p className="rounded-lg bg-accent-soft px-3 py-2 text-accent-ink text-[0.93rem]">
					{i18n.t("settings.deliveries.waited", [times.duration(paused)])}
				</p>
			)}
			<section>
				<h3 className="mb-1.5 font-medium">{i18n.t("settings.deliveries.detail.payload")}</h3>
				<CodeBlock label={i18n.t("settings.deliveries.detail.payload")} code={indentJson(delivery.body)} />
			</section>
			<section>
				<h3 className="mb-1.5 font-medium">{i18n.t("settings.deliveries.detail.attempts")}</h3>
				{delivery.attempts.length === 0 ? (
					<p className="text-ink-soft">{i18n.t("settings.deliveries.detail.noAttempts")}</p>
				) : (
					<ol className="divide-y divide-line rounded-xl border border-line">
						{delivery.attempts.toReversed().map((attempt) => (
							<AttemptItem key={attempt.number} attempt={attempt} times={times} />
						))}
					</ol>
				)}
			</section>
			{latest?.url && latest.headers && (
				<details>
					<summary className="mb-1.5 text-[0.93rem] text-ink-soft">
						{i18n.t("settings.endpoints.test.curl")}
					</summary>
					<CodeBlock
						label={i18n.t("settings.endpoints.test.curl")}
						code={curlCommand({
							url: latest.url,
							method: "POST",
							headers: latest.headers,
							body: delivery.body,
						})}
					/>
				</details>
			)}
		</div>
	);
}

const nameOf = ({ phone, event }: Delivery): string =>
	(phone && (readPhone(phone)?.display ?? phone)) || event;

/** One that is being sent, or waits its turn in its conversation, is not put before others. */
const canGoAgain = ({ status, dueAt }: Delivery): boolean => status !== "pending" || dueAt !== undefined;
