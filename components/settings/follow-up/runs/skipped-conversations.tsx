import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useFormat } from "@/components/format/use-format";
import type { PreviewedConversation, SkipReason } from "@/lib/followup/follow-up";
import { bySize } from "./by-size";

/** So many names are told of a reason. */
const mostNames = 50;

type SkippedConversationsProps = { left: readonly Extract<PreviewedConversation, { found: false }>[] };

/** Which chats are left alone, by reason; their names are unfolded. */
export function SkippedConversations({ left }: SkippedConversationsProps) {
	const { number } = useFormat();
	const names = new Map<SkipReason, string[]>();
	for (const { reason, name } of left) names.set(reason, [...(names.get(reason) ?? []), name]);
	const reasons = bySize(new Map([...names].map(([reason, all]) => [reason, all.length])));
	if (reasons.length === 0) return null;
	return (
		<ul className="mt-4 space-y-1">
			{reasons.map(([reason, count]) => (
				<li key={reason}>
					<details>
						<summary>
							{i18n.t(`followUp.skipped.${messageKey(reason)}`)}{" "}
							<span className="text-ink-soft tabular-nums">{number(count)}</span>
						</summary>
						<p className="mt-1 mb-2 break-words pl-4 text-ink-soft">
							{names.get(reason)?.slice(0, mostNames).join(", ")}
							{count > mostNames && " …"}
						</p>
					</details>
				</li>
			))}
		</ul>
	);
}
