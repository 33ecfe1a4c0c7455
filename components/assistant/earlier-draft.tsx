import { Undo2 } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { type Answer, draftOf } from "@/lib/assistant/answer";
import { taskTitle } from "./run-status";

/** A suggestion the agent had changed before they asked for something else: it can be taken up again. */
export function EarlierDraft({ answer, takeUp }: { answer: Answer; takeUp(): void }) {
	return (
		<section
			data-testid="earlier"
			aria-label={i18n.t("assistantTab.draft.earlier", [taskTitle(answer.task)])}
			className="flex items-center gap-2 rounded-xl border border-line bg-surface py-1.5 pr-1.5 pl-3"
		>
			<div className="min-w-0 flex-1">
				<p className="truncate text-[0.8rem] text-ink-soft">
					{i18n.t("assistantTab.draft.earlier", [taskTitle(answer.task)])}
				</p>
				<p className="truncate text-[0.93rem]">{draftOf(answer)}</p>
			</div>
			<Button size="small" onClick={takeUp}>
				<Undo2 aria-hidden />
				{i18n.t("assistantTab.draft.takeUp")}
			</Button>
		</section>
	);
}
