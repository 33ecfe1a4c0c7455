import { ChevronDown, Sparkles } from "lucide-react";
import { useId } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { FollowUp, FollowUpAction } from "@/lib/followup/follow-up";
import { EvidenceList } from "./evidence-list";
import { FindingBadges } from "./finding-badges";
import { FollowUpCommands } from "./follow-up-commands";
import { intentTones, reasonText, stretchText } from "./follow-up-words";

type FollowUpItemProps = {
	followUp: FollowUp;
	isOpen: boolean;
	toggle(): void;
	/** The suggested message, as the agent has changed it. */
	text: string;
	write(text: string): void;
	busy: boolean;
	openChat(): void;
	insert(): void;
	act(action: FollowUpAction): void;
};

/** A follow-up: who and why in two lines; opened, what that is based on, what to write, and what can be done. */
export function FollowUpItem(props: FollowUpItemProps) {
	const { followUp, isOpen, toggle, text, write, busy, openChat, insert, act } = props;
	const { finding, name, attempt, byModel, ownWording } = followUp;
	const id = useId();
	return (
		<li className="border-line border-b bg-surface">
			<h2>
				<button
					type="button"
					aria-expanded={isOpen}
					aria-controls={id}
					onClick={toggle}
					className="flex w-full items-start gap-2 px-4 py-3 text-left outline-offset-[-2px] hover:bg-sunken"
				>
					<span className="min-w-0 flex-1">
						<span className="flex items-start gap-2">
							<span className="min-w-0 break-words font-semibold leading-snug">{name}</span>
							<span className="ml-auto shrink-0">
								<Badge tone={intentTones[finding.intentLevel]}>
									{i18n.t(`followUp.intent.${finding.intentLevel}`)}
								</Badge>
							</span>
						</span>
						<span className="mt-0.5 block break-words">{reasonText(finding)}</span>
						<span className="mt-0.5 block text-[0.86rem] text-ink-soft">
							<Silence followUp={followUp} />
							{attempt > 1 && ` · ${i18n.t("followUp.attempt", [String(attempt)])}`}
						</span>
					</span>
					<ChevronDown
						aria-hidden
						className={classNames(
							"mt-0.5 size-4 shrink-0 text-ink-soft transition-transform",
							isOpen && "rotate-180",
						)}
					/>
				</button>
			</h2>
			<div id={id} hidden={!isOpen} className="space-y-3 px-4 pb-4">
				{isOpen && (
					<>
						<FindingBadges finding={finding} hasOrdered={followUp.crmOrderFound} />
						<details>
							<summary className="w-fit text-[0.93rem] text-ink-soft hover:text-ink">
								{i18n.t("followUp.evidence", finding.evidence.length)}
							</summary>
							<div className="mt-2">
								<EvidenceList name={name} finding={finding} />
							</div>
						</details>
						<Field
							label={i18n.t("followUp.suggestion")}
							hint={
								byModel ? (
									<span className="flex items-start gap-1.5">
										<Sparkles aria-hidden className="mt-0.5 size-3.5 shrink-0" />
										{i18n.t("followUp.byModel")}
									</span>
								) : (
									ownWording && i18n.t("followUp.page.preview.writer.own_wording")
								)
							}
						>
							{(field) => (
								<Textarea
									{...field}
									rows={4}
									maxLength={4_000}
									className="field-sizing-content max-h-60 min-h-20"
									value={text}
									onChange={(event) => write(event.target.value)}
								/>
							)}
						</Field>
						<FollowUpCommands
							busy={busy}
							isBlank={text.trim() === ""}
							open={openChat}
							insert={insert}
							act={act}
						/>
					</>
				)}
			</div>
		</li>
	);
}

/** For how long nobody has written: what it was when it was found, and the time since. */
function Silence({ followUp: { finding, foundAt } }: { followUp: FollowUp }) {
	const { locale, ago } = useFormat();
	const now = useNow();
	if (finding.silentForMs === null) return ago(foundAt, now);
	return i18n.t("followUp.silent", [stretchText(finding.silentForMs + Math.max(0, now - foundAt), locale)]);
}
