import { type ReactNode, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useFollowUpAction } from "@/components/hooks/use-follow-ups";
import { useInsertIntoOwnChat, useOpenChat } from "@/components/hooks/use-own-chat";
import { useToast } from "@/components/ui/toast";
import type { FollowUp, FollowUpAction } from "@/lib/followup/follow-up";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import { FollowUpItem } from "./follow-up-item";
import { InsertNotice } from "./insert-notice";
import { SnoozedList } from "./snoozed-list";

type FollowUpListProps = {
	tabId: number;
	/** The open chat. */
	chat: ChatRef | null;
	due: readonly FollowUp[];
	snoozed: readonly FollowUp[];
	/** What stands in its place when nothing is due. */
	nothing: ReactNode;
	/** What stands below. */
	children: ReactNode;
};

/** What is due, one of it opened: that of the open chat, or the most urgent one, until the agent opens another. */
export function FollowUpList(props: FollowUpListProps) {
	const { tabId, chat, due, snoozed, nothing, children } = props;
	const [chosen, choose] = useState<string | null>();
	const [texts, setTexts] = useState<Record<string, string>>({});
	const list = useRef<HTMLUListElement>(null);
	const act = useAct(() => list.current?.focus());
	const open = useOpenChat(tabId);
	const insert = useInsertIntoOwnChat(tabId);
	// Where the chat cannot be opened, its suggestion can still be copied.
	const failedOpening = open.data ? open.variables : undefined;
	const [first] = due;
	const here = chat ? due.find((followUp) => isChat(followUp.chat, chat)) : undefined;
	const openId = chosen === undefined ? (here ?? first)?.id : chosen;
	const textOf = ({ id, suggestedMessage }: FollowUp) => texts[id] ?? suggestedMessage;
	const ofOpening = failedOpening && due.find((followUp) => followUp.chat === failedOpening);
	return (
		<>
			<div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
				{due.length > 0 ? <h1 className="sr-only">{i18n.t("followUp.tab")}</h1> : nothing}
				<ul ref={list} tabIndex={-1} aria-label={i18n.t("followUp.tab")} className="outline-none">
					{due.map((followUp) => (
						<FollowUpItem
							key={followUp.id}
							followUp={followUp}
							isOpen={followUp.id === openId}
							toggle={() => choose(followUp.id === openId ? null : followUp.id)}
							text={textOf(followUp)}
							write={(text) => setTexts((before) => ({ ...before, [followUp.id]: text }))}
							busy={insert.isPending || open.isPending}
							openChat={() => {
								choose(followUp.id);
								insert.reset();
								open.mutate(followUp.chat);
							}}
							insert={() => {
								choose(followUp.id);
								open.reset();
								insert.mutate({ text: textOf(followUp), chat: followUp.chat });
							}}
							act={(action) => {
								choose(undefined);
								open.reset();
								insert.reset();
								void act(followUp, action);
							}}
						/>
					))}
				</ul>
				<SnoozedList snoozed={snoozed} bringBack={(followUp) => void act(followUp, { do: "reopen" })} />
				{children}
			</div>
			{ofOpening && open.data && (
				<InsertNotice
					insertion={{ text: textOf(ofOpening), chat: ofOpening.chat }}
					failure={{ opening: open.data }}
					close={open.reset}
				/>
			)}
			{insert.data !== undefined && (
				<InsertNotice insertion={insert.variables} failure={insert.data} close={insert.reset} />
			)}
		</>
	);
}

const isChat = (one: ChatRef, other: ChatRef) => one.title === other.title && one.chatId === other.chatId;

const toasts = { contacted: "contacted", snooze: "snoozed", dismiss: "dismissed" } as const;

/** Does something with a follow-up, tells that it is done, and offers to take it back. */
function useAct(done: () => void): (followUp: FollowUp, action: FollowUpAction) => Promise<void> {
	const toast = useToast();
	const { mutateAsync } = useFollowUpAction();
	return async ({ id, name }, action) => {
		const acted = await mutateAsync({ id, action });
		done();
		if (!acted.ok) return toast({ text: i18n.t("followUp.toast.gone") });
		if (action.do === "reopen") return;
		toast({
			text: i18n.t(`followUp.toast.${toasts[action.do]}`, [name]),
			action: {
				label: i18n.t("settings.undo"),
				run: () => void mutateAsync({ id, action: { do: "reopen" } }),
			},
		});
	};
}
