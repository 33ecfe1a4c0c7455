import { i18n } from "#i18n";
import { useFollowUps } from "@/components/hooks/use-follow-ups";
import { usePreferences } from "@/components/hooks/use-preferences";
import { SettingsUnreadable } from "@/components/settings/shell/settings-unreadable";
import { Notice } from "@/components/ui/notice";
import { ToastPlace } from "@/components/ui/toast";
import type { ConversationState } from "@/lib/contacts/conversation-state";
import { chatRefOf } from "@/lib/whatsapp/chat-ref";
import { AnalysisConsent } from "./analysis-consent";
import { FollowUpList } from "./follow-up-list";
import { LookState } from "./look-state";
import { NoFollowUps } from "./no-follow-ups";

type FollowUpsTabProps = { tabId: number; conversation: ConversationState };

/** Who asked and fell silent: why they should be written to, what to write, and what was done about it. */
export default function FollowUpsTab({ tabId, conversation }: FollowUpsTabProps) {
	return (
		<ToastPlace page="follow-ups" className="bottom-12">
			<div data-testid="follow-ups" className="flex h-full flex-col">
				<FollowUpsView tabId={tabId} conversation={conversation} />
			</div>
		</ToastPlace>
	);
}

function FollowUpsView({ tabId, conversation }: FollowUpsTabProps) {
	const { list, error } = useFollowUps();
	const settings = usePreferences().data;
	if (settings && !settings.ok)
		return (
			<div className="m-3">
				<SettingsUnreadable />
			</div>
		);
	if (error)
		return (
			<Notice tone="bad" className="m-3" title={i18n.t("followUp.unreadable")}>
				{String(error)}
			</Notice>
		);
	if (!list || !settings) return null;
	const { due, snoozed } = list;
	const chat = conversation.facts?.chat;
	const { followup } = settings.value;
	return (
		<FollowUpList
			tabId={tabId}
			chat={chat ? chatRefOf(chat) : null}
			due={due}
			snoozed={snoozed}
			state={followup.keep_messages_days > 0 && <LookState settings={followup} />}
			nothing={<NoFollowUps settings={followup} />}
		>
			<AnalysisConsent
				key={JSON.stringify(conversation.identity)}
				tabId={tabId}
				identity={conversation.identity}
				settings={followup}
			/>
		</FollowUpList>
	);
}
