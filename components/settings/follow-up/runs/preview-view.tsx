import { X } from "lucide-react";
import { useMemo } from "react";
import { i18n } from "#i18n";
import { EvidenceList } from "@/components/followup/evidence-list";
import { FindingBadges } from "@/components/followup/finding-badges";
import { intentTones, reasonText } from "@/components/followup/follow-up-words";
import { messageKey } from "@/components/format/message-key";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { PreviewedConversation } from "@/lib/followup/follow-up";
import { SettingsSection } from "../../settings-section";
import { SkippedConversations } from "./skipped-conversations";

type PreviewViewProps = { previewed: readonly PreviewedConversation[]; close(): void };

type Found = Extract<PreviewedConversation, { found: true }>;
type Left = Extract<PreviewedConversation, { found: false }>;

/** What a run would find now, with its evidence and the message; and why it would leave the others alone. */
export function PreviewView({ previewed, close }: PreviewViewProps) {
	const [found, left] = useMemo(
		() => [
			previewed
				.filter((one): one is Found => one.found)
				.toSorted((one, other) => other.finding.score - one.finding.score),
			previewed.filter((one): one is Left => !one.found),
		],
		[previewed],
	);
	return (
		<SettingsSection anchor="preview" title={i18n.t("followUp.page.preview.title")}>
			<p role="status" className="-mt-2 mb-3 text-ink-soft">
				{previewed.length === 0
					? i18n.t("followUp.page.preview.nothing")
					: `${i18n.t("followUp.page.preview.found", found.length)} · ${i18n.t("followUp.page.preview.others", left.length)}`}
			</p>
			{found.length > 0 && (
				<ul className="divide-y divide-line rounded-xl border border-line">
					{found.map((one, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: two chats may have one name
						<li key={index} className="space-y-2 p-3.5">
							<PreviewedFind found={one} />
						</li>
					))}
				</ul>
			)}
			<SkippedConversations left={left} />
			<Button size="small" look="quiet" className="-ml-2 mt-3" onClick={close}>
				<X aria-hidden />
				{i18n.t("followUp.page.preview.close")}
			</Button>
		</SettingsSection>
	);
}

function PreviewedFind({
	found: { name, finding, attempt, suggestedMessage, writer, crmOrderFound },
}: {
	found: Found;
}) {
	return (
		<>
			<div className="flex flex-wrap items-center gap-2">
				<h3 className="min-w-0 break-words font-semibold">{name}</h3>
				<Badge tone={intentTones[finding.intentLevel]}>
					{i18n.t(`followUp.intent.${finding.intentLevel}`)}
				</Badge>
				{attempt > 1 && <Badge>{i18n.t("followUp.attempt", [String(attempt)])}</Badge>}
			</div>
			<p>{reasonText(finding)}</p>
			<FindingBadges finding={finding} hasOrdered={crmOrderFound} />
			<blockquote className="whitespace-pre-line break-words border-accent border-l-2 pl-3">
				{suggestedMessage}
			</blockquote>
			<p className="text-[0.86rem] text-ink-soft">
				{i18n.t(`followUp.page.preview.writer.${messageKey(writer)}`)}
			</p>
			<details>
				<summary className="w-fit text-[0.93rem] text-ink-soft hover:text-ink">
					{i18n.t("followUp.evidence", finding.evidence.length)}
				</summary>
				<div className="mt-2 max-w-xl">
					<EvidenceList name={name} finding={finding} />
				</div>
			</details>
		</>
	);
}
