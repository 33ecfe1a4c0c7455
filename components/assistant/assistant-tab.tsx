import { Bot, MessageCircle, UserRound } from "lucide-react";
import { i18n } from "#i18n";
import { useAssistantSettings } from "@/components/hooks/use-assistant-settings";
import { useOpenSettings } from "@/components/hooks/use-open-settings";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { hasModel } from "@/lib/assistant/settings";
import type { ConversationState } from "@/lib/contacts/conversation-state";
import type { Endpoint } from "@/lib/crm/endpoint";
import { conversationId } from "@/lib/functions/conversation-id";
import { chatRefOf } from "@/lib/whatsapp/chat-ref";
import { AssistantSkeleton } from "./assistant-skeleton";
import { AssistantView } from "./assistant-view";
import { assistantSettings } from "./settings-place";

type AssistantTabProps = {
	tabId: number;
	conversation: ConversationState;
	endpoints: readonly Endpoint[];
	/** Told how many calls wait for a person. */
	waiting(calls: number): void;
};

/** The assistant: what it can be asked for, and what came of it. */
export default function AssistantTab({ tabId, conversation, endpoints, waiting }: AssistantTabProps) {
	const settings = useAssistantSettings();
	const openSettings = useOpenSettings();
	const set = settings.data?.ok ? settings.data.value : undefined;
	if (!settings.data) return null;
	const has = (type: Endpoint["type"]) => endpoints.some((endpoint) => endpoint.type === type);
	const chat = conversation.facts?.chat;
	const { identity, question } = conversation;
	const isWithOne = identity.kind === "contact" || identity.kind === "unidentified";
	const open =
		chat && isWithOne
			? {
					id: conversationId(conversation),
					chat: chatRefOf(chat),
					question: has("ai_CustomerInitialInfo") ? question : null,
					products: has("search_Products"),
				}
			: undefined;
	if (!set || !hasModel(set))
		return (
			<EmptyState
				icon={Bot}
				title={i18n.t("assistantTab.notSet.title")}
				text={i18n.t("assistantTab.notSet.text")}
			>
				<Button look="primary" onClick={() => openSettings(assistantSettings)}>
					{i18n.t("assistantTab.notSet.setUp")}
				</Button>
			</EmptyState>
		);
	return (
		<AssistantView
			tabId={tabId}
			open={open}
			messages={set.messages}
			sequence={conversation.facts?.sequence ?? 0}
			waiting={waiting}
		>
			{identity.kind === "identifying" ? (
				<AssistantSkeleton name={identity.name} />
			) : identity.kind === "none" ? (
				<EmptyState
					icon={MessageCircle}
					title={i18n.t("states.noChat.title")}
					text={i18n.t("assistantTab.noChat")}
				/>
			) : (
				<EmptyState
					icon={UserRound}
					title={identity.name || i18n.t("states.group.title")}
					text={i18n.t("assistantTab.notOne")}
				/>
			)}
		</AssistantView>
	);
}
