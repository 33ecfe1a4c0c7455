import { i18n } from "#i18n";
import { useFollowUps } from "@/components/hooks/use-follow-ups";
import { usePreferences } from "@/components/hooks/use-preferences";
import { SettingsUnreadable } from "@/components/settings/shell/settings-unreadable";
import { Notice } from "@/components/ui/notice";
import { ToastPlace } from "@/components/ui/toast";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import { FollowUpList } from "./follow-up-list";
import { NoFollowUps } from "./no-follow-ups";

type FollowUpsTabProps = { tabId: number; chat: ChatRef | null };

/** Who asked and fell silent: why they should be written to, what to write, and what was done about it. */
export default function FollowUpsTab({ tabId, chat }: FollowUpsTabProps) {
	return (
		<ToastPlace page="follow-ups" className="bottom-12">
			<div data-testid="follow-ups" className="flex h-full flex-col">
				<FollowUpsView tabId={tabId} chat={chat} />
			</div>
		</ToastPlace>
	);
}

function FollowUpsView({ tabId, chat }: FollowUpsTabProps) {
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
	return (
		<FollowUpList tabId={tabId} chat={chat} due={due} snoozed={snoozed}>
			{due.length === 0 && <NoFollowUps settings={settings.value.followup} />}
		</FollowUpList>
	);
}
