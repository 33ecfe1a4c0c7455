import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { isUnopened, type OwnChatFailure } from "@/components/hooks/use-own-chat";
import { CopyInstead } from "@/components/products/copy-instead";
import { InsertOutcome } from "@/components/products/insert-outcome";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";

type InsertNoticeProps = {
	insertion: { text: string; chat: ChatRef };
	failure: OwnChatFailure | null;
	close(): void;
};

/** What came of inserting a suggestion into its own chat. */
export function InsertNotice({ insertion, failure, close }: InsertNoticeProps) {
	if (!isUnopened(failure)) return <InsertOutcome insertion={insertion} failure={failure} close={close} />;
	return (
		<div className="relative shrink-0 border-line border-t bg-surface p-2">
			<Notice
				tone="warn"
				title={i18n.t("followUp.notOpened.title", [insertion.chat.title])}
				action={
					<>
						<CopyInstead text={insertion.text} />
						<Button look="quiet" size="small" onClick={close}>
							{i18n.t("insert.close")}
						</Button>
					</>
				}
			>
				{i18n.t(`followUp.notOpened.because.${messageKey(failure.opening)}`)}
			</Notice>
		</div>
	);
}
