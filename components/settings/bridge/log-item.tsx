import { Undo2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { EffectList } from "@/components/bridge/effect-list";
import { useNow } from "@/components/hooks/use-now";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import type { BridgeCallEntry, BridgeCallState } from "@/lib/bridge/call-log";
import { useTimes } from "../deliveries/use-times";
import { UndoDialog } from "../history/undo-dialog";

const tones: Record<BridgeCallState, Tone> = {
	done: "good",
	warned: "warn",
	failed: "bad",
	denied: "warn",
	refused: "warn",
	expired: "neutral",
	cancelled: "neutral",
};

/** One call: who made it, when, how it went and who agreed. Opens to what it changed, with the way back. */
export function LogItem({ entry }: { entry: BridgeCallEntry }) {
	const { at, client, name, target, state, agreed, effects, answer } = entry;
	const times = useTimes();
	const now = useNow();
	const [open, setOpen] = useState(false);
	const facts = [client.name, client.transport, agreed && i18n.t(`bridge.log.agreed.${agreed}`)];
	return (
		<details className="group py-2.5" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary className="cursor-pointer">
				<span className="inline-flex w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-2 gap-y-0.5 align-top">
					<span className="min-w-0 break-all font-medium font-mono text-[0.93rem]">{name}</span>
					{target !== undefined && (
						<span className="min-w-0 font-mono text-[0.86rem] text-ink-soft [overflow-wrap:anywhere]">
							{target}
						</span>
					)}
					<Badge tone={tones[state]}>{i18n.t(`bridge.log.states.${state}`)}</Badge>
					<time
						dateTime={new Date(at).toISOString()}
						className="ml-auto text-[0.86rem] text-ink-soft tabular-nums"
					>
						{times.brief(at, now)}
					</time>
					<span className="w-full text-[0.86rem] text-ink-soft [overflow-wrap:anywhere]">
						{facts.filter(Boolean).join(" · ")}
					</span>
				</span>
			</summary>
			{open && (
				<div className="mt-2.5 space-y-3">
					{effects && (
						<EffectList
							effects={effects}
							changesTitle={i18n.t(state === "done" ? "bridge.log.changed" : "bridge.log.wanted")}
						/>
					)}
					{entry.history && <Undo made={entry.history} />}
					{entry.arguments !== "{}" && (
						<Text title={i18n.t("bridge.log.arguments")} text={indentJson(entry.arguments)} />
					)}
					{answer && <Text title={i18n.t("bridge.log.answer")} text={answer} />}
				</div>
			)}
		</details>
	);
}

function Text({ title, text }: { title: string; text: string }) {
	return (
		<div>
			<h3 className="mb-1 font-medium text-[0.93rem]">{title}</h3>
			<CodeBlock label={title} code={text} />
		</div>
	);
}

/** The way back, as long as the history of the settings has it. */
function Undo({ made }: { made: NonNullable<BridgeCallEntry["history"]> }) {
	const { data: overview } = useSettingsOverview();
	const [asking, setAsking] = useState(false);
	if (!overview) return null;
	const entry = overview.history.find(({ id, at }) => id === made.id && at === made.at);
	if (!entry) return <p className="text-[0.93rem] text-ink-soft">{i18n.t("bridge.log.undone")}</p>;
	if (entry.undo.length === 0)
		return <p className="text-[0.93rem] text-ink-soft">{i18n.t("settings.history.undo.nothing")}</p>;
	return (
		<>
			<Button size="small" onClick={() => setAsking(true)}>
				<Undo2 aria-hidden />
				{i18n.t("settings.history.undo.open")}
			</Button>
			{asking && <UndoDialog entry={entry} close={() => setAsking(false)} />}
		</>
	);
}
