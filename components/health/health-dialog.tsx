import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { usePageReading } from "@/components/hooks/use-panel-commands";
import { Button } from "@/components/ui/button";
import type { Message, PageHealth } from "@/lib/whatsapp/facts";
import { HealthChecks } from "./page-health";

type HealthDialogProps = { tabId: number; health: PageHealth; close(): void; openSettings(): void };

/** How well the page is being read, measured at this moment, and where to repair it. */
export default function HealthDialog({ tabId, health, close, openSettings }: HealthDialogProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const reading = usePageReading(tabId, true);
	useEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog
			ref={dialog}
			onClose={close}
			aria-labelledby="health-title"
			className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-2xl border border-line bg-surface p-5 text-ink backdrop:bg-black/40"
		>
			<h2 id="health-title" className="font-semibold text-[1.15rem]">
				{i18n.t("health.title")}
			</h2>
			<p className="mt-1 mb-4 text-ink-soft">{i18n.t(`health.summary.${messageKey(health.state)}`)}</p>
			<HealthChecks checks={reading.data?.facts.health.checks ?? health.checks} />
			{reading.data && reading.data.messages.length > 0 && <Messages messages={reading.data.messages} />}
			<div className="mt-5 flex flex-wrap justify-end gap-2">
				<Button onClick={openSettings}>{i18n.t("health.repair")}</Button>
				<Button look="primary" onClick={() => dialog.current?.close()}>
					{i18n.t("health.close")}
				</Button>
			</div>
		</dialog>
	);
}

/** How much of the loaded messages was understood. */
function Messages({ messages }: { messages: Message[] }) {
	const facts = [
		{ label: i18n.t("health.messages.read"), count: messages.length },
		{
			label: i18n.t("health.messages.incoming"),
			count: messages.filter(({ direction }) => direction === "incoming").length,
		},
		{
			label: i18n.t("health.messages.outgoing"),
			count: messages.filter(({ direction }) => direction === "outgoing").length,
		},
		{
			label: i18n.t("health.messages.undirected"),
			count: messages.filter(({ direction }) => direction === "unknown").length,
		},
		{ label: i18n.t("health.messages.untimed"), count: messages.filter(({ time }) => time === null).length },
	];
	return (
		<dl className="mt-4 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 rounded-xl bg-sunken px-3.5 py-2.5 text-[0.93rem]">
			{facts.map(({ label, count }) => (
				<div key={label} className="contents">
					<dt className="text-ink-soft">{label}</dt>
					<dd className="text-right tabular-nums">{count}</dd>
				</div>
			))}
		</dl>
	);
}
