import { Check, X } from "lucide-react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import type { Insertion } from "@/components/hooks/use-insert";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { InsertFailure } from "@/lib/whatsapp/facts";
import { CopyInstead } from "./copy-instead";

type InsertOutcomeProps = { insertion: Insertion; failure: InsertFailure | null; close(): void };

/** Whether a text is in the message box now; where it is not, why, and the text to copy. */
export function InsertOutcome({ insertion: { text, chat }, failure, close }: InsertOutcomeProps) {
	return (
		<div className="relative shrink-0 border-line border-t bg-surface p-2">
			{failure ? (
				<Notice
					tone="bad"
					title={i18n.t("insert.failed")}
					action={
						<>
							<CopyInstead text={text} />
							<Button look="quiet" size="small" onClick={close}>
								{i18n.t("insert.close")}
							</Button>
						</>
					}
				>
					{i18n.t(`insert.failures.${messageKey(failure)}`)}
				</Notice>
			) : (
				<div role="status" className="flex items-center gap-2 pl-1.5">
					<Check aria-hidden className="size-4 shrink-0 text-good" />
					<p className="min-w-0 flex-1 break-words">{i18n.t("insert.done", [chat?.title ?? ""])}</p>
					<Button look="quiet" size="icon" aria-label={i18n.t("insert.close")} onClick={close}>
						<X aria-hidden />
					</Button>
				</div>
			)}
		</div>
	);
}
