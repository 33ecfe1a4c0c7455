import { MessageSquarePlus } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Textarea } from "@/components/ui/textarea";

type DraftProps = { text: string; inserting: boolean; edit(text: string): void; insert(): void };

/** A suggested reply, to be read over, changed and written into the message box. */
export function Draft({ text, inserting, edit, insert }: DraftProps) {
	return (
		<div>
			<Textarea
				aria-label={i18n.t("assistantTab.draft.label")}
				className="field-sizing-content block max-h-[45vh] min-h-24 resize-none leading-relaxed"
				value={text}
				onChange={(event) => edit(event.target.value)}
			/>
			<div className="mt-2 flex items-center gap-1.5">
				<Button
					look="primary"
					size="small"
					className="min-w-0"
					disabled={inserting || text.trim() === ""}
					onClick={insert}
				>
					<MessageSquarePlus aria-hidden />
					<span className="truncate">{i18n.t("assistantTab.draft.insert")}</span>
				</Button>
				<CopyButton text={text} what={i18n.t("assistantTab.draft.what")} />
			</div>
		</div>
	);
}
