import { ChevronRight, Eye } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useSeen } from "@/components/hooks/use-assistant";
import { CodeBlock } from "@/components/ui/code-block";
import type { SeenContext, SeenMessage } from "@/lib/assistant/context";

type SeenPartProps = {
	/** How many messages it sees at most. */
	count: number;
	/** What an answer was made from; without one, what it would be made from now is read. */
	seen: SeenContext | null;
	preview: Parameters<typeof useSeen>[0];
};

/** What the assistant sees, folded: the last messages and what the CRM tells. */
export function SeenPart({ count, seen, preview }: SeenPartProps) {
	const [opened, setOpened] = useState(false);
	const now = useSeen(preview, opened && seen === null);
	const shown = seen ?? now;
	return (
		<details
			data-testid="seen"
			className="group rounded-xl border border-line bg-surface text-[0.93rem]"
			onToggle={(event) => event.currentTarget.open && setOpened(true)}
		>
			<summary className="flex list-none items-center gap-2 px-3 py-2 text-ink-soft outline-offset-[-3px]">
				<Eye aria-hidden className="size-4 shrink-0" />
				<span className="min-w-0 flex-1">
					{seen
						? [
								i18n.t("assistantTab.seen.saw", seen.messages.length, [String(seen.messages.length)]),
								seen.messages.length < count && i18n.t("assistantTab.seen.sawAll"),
							]
								.filter(Boolean)
								.join(", ")
						: i18n.t("assistantTab.seen.sees", count, [String(count)])}
				</span>
				<ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
			</summary>
			<div className="space-y-2 px-3 pb-3">
				{shown && <Seen context={shown} isAll={shown.messages.length < count} />}
			</div>
		</details>
	);
}

function Seen({
	context: { messages, facts, withoutFacts },
	isAll,
}: {
	context: SeenContext;
	isAll: boolean;
}) {
	return (
		<>
			{messages.length === 0 ? (
				<p className="text-ink-soft">{i18n.t("assistantTab.seen.nothing")}</p>
			) : (
				<section
					aria-label={i18n.t("assistantTab.seen.messages")}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
					tabIndex={0}
					className="max-h-64 overflow-y-auto rounded-lg bg-sunken px-2.5 py-2"
				>
					<ol className="space-y-1.5">
						{messages.map((message, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed
							<SeenItem key={index} message={message} />
						))}
					</ol>
				</section>
			)}
			{isAll && <p className="text-[0.86rem] text-ink-soft">{i18n.t("assistantTab.seen.all")}</p>}
			{facts === undefined ? (
				<p className="text-ink-soft">{i18n.t(`assistantTab.seen.${noFactsKeys[withoutFacts ?? "told"]}`)}</p>
			) : (
				<CodeBlock
					label={i18n.t("context.title")}
					code={typeof facts === "string" ? facts : JSON.stringify(facts, null, 2)}
				/>
			)}
		</>
	);
}

/** Why there is nothing of the CRM's. */
const noFactsKeys = { told: "noFacts", "not-asked": "notAsked", failed: "factsFailed" } as const;

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

function SeenItem({ message: { from, author, time, text } }: { message: SeenMessage }) {
	const { moment } = useFormat();
	const when = time && isoTime.test(time) ? moment(time) : time;
	return (
		<li>
			<p className="text-[0.8rem] text-ink-soft">
				{[author ?? i18n.t(`assistantTab.seen.from.${from}`), when].filter(Boolean).join(" · ")}
			</p>
			<p className="whitespace-pre-wrap break-words">
				{text ?? <em>{i18n.t("assistantTab.seen.noText")}</em>}
			</p>
		</li>
	);
}
