import { Check, Hourglass, ShieldQuestion, X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { i18n } from "#i18n";
import { TimeLeft } from "@/components/assistant/time-left";
import { useArmed } from "@/components/assistant/use-armed";
import { Button } from "@/components/ui/button";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import type { ApprovalAnswer, WaitingAsked } from "@/lib/bridge/asked-calls";
import { EffectList } from "./effect-list";

type AskedCardProps = {
	asked: WaitingAsked;
	/** Another text whenever a card above or below has come or gone. */
	surroundings: string;
	/** Whether that program waits for more than this. */
	more: boolean;
	answer(answer: ApprovalAnswer): void;
};

/**
 * A program's call that waits for a person: who asks, with what, and exactly what it does. Agreeing takes a click or a
 * key on a button, which takes neither before it has been there for a moment.
 */
export function AskedCard({ asked: { call, expiresAt }, surroundings, more, answer }: AskedCardProps) {
	const { client, tool, effects, again } = call;
	const id = useId();
	const armed = useArmed(surroundings);
	const [answered, setAnswered] = useState(false);
	const say = (what: ApprovalAnswer) => {
		if (answered || (what !== "refuse" && what !== "refuse-all" && !armed)) return;
		setAnswered(true);
		answer(what);
	};
	const version = client.version ? ` ${client.version}` : "";
	return (
		<section
			aria-labelledby={id}
			data-testid="asked-call"
			className="overflow-hidden rounded-xl border border-warn bg-surface"
		>
			<header className="flex items-start gap-2 bg-warn-soft px-3 py-2 text-warn">
				<ShieldQuestion aria-hidden className="mt-0.5 size-4 shrink-0" />
				<div className="min-w-0 flex-1">
					<h2 id={id} className="font-semibold [overflow-wrap:anywhere]">
						{i18n.t("bridge.card.title", [client.name, tool])}
					</h2>
					<p className="text-ink text-[0.86rem]">
						{i18n.t("bridge.card.unproven", [`${client.transport}${version && `,${version}`}`])}
					</p>
				</div>
			</header>
			<div className="space-y-3 px-3 py-2.5">
				{again && <Notice tone="warn" title={i18n.t("bridge.card.again")} />}
				<EffectList effects={effects} changesTitle={i18n.t("bridge.card.changes")} />
				<details>
					<summary className="w-fit text-[0.93rem] text-accent-ink">
						{i18n.t("bridge.card.arguments")}
					</summary>
					<CodeBlock
						label={i18n.t("bridge.card.arguments")}
						code={indentJson(call.arguments)}
						className="mt-1"
					/>
				</details>
				<div className="flex flex-wrap items-center gap-2">
					<Armed armed={armed && !answered} primary press={() => say("once")}>
						<Check aria-hidden />
						{i18n.t("bridge.card.once")}
					</Armed>
					<Armed armed={armed && !answered} note={`${id}-hour`} press={() => say("hour")}>
						<Hourglass aria-hidden />
						{i18n.t("bridge.card.hour")}
					</Armed>
					<Button size="small" disabled={answered} onClick={() => say("refuse")}>
						<X aria-hidden />
						{i18n.t("bridge.card.refuse")}
					</Button>
					{more && (
						<Button size="small" disabled={answered} onClick={() => say("refuse-all")}>
							{i18n.t("bridge.card.refuseAll")}
						</Button>
					)}
					<TimeLeft until={expiresAt} />
				</div>
				<p id={`${id}-hour`} className="text-[0.8rem] text-ink-soft">
					{i18n.t("bridge.card.hourHint")}
				</p>
			</div>
		</section>
	);
}

type ArmedProps = { armed: boolean; primary?: boolean; note?: string; press(): void; children: ReactNode };

function Armed({ armed, primary = false, note, press, children }: ArmedProps) {
	return (
		<Button
			{...(primary && { look: "primary" as const })}
			size="small"
			aria-disabled={!armed}
			aria-describedby={note}
			className="aria-disabled:cursor-default aria-disabled:opacity-50"
			onClick={press}
			// A key that is held down from before is meant for something else.
			onKeyDown={(event) => event.repeat && event.preventDefault()}
		>
			{children}
		</Button>
	);
}
