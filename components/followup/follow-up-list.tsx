import { type ReactNode, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useFollowUpAction } from "@/components/hooks/use-follow-ups";
import { isUnopened, useInsertIntoOwnChat, useOpenChat } from "@/components/hooks/use-own-chat";
import { useToast } from "@/components/ui/toast";
import type { FollowUp, FollowUpAction } from "@/lib/followup/follow-up";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type { OpenFailure } from "@/lib/whatsapp/facts";
import { FollowUpItem } from "./follow-up-item";
import { InsertNotice } from "./insert-notice";
import { SettledList } from "./settled-list";
import { SnoozedList } from "./snoozed-list";

type FollowUpListProps = {
	tabId: number;
	/** The open chat. */
	chat: ChatRef | null;
	due: readonly FollowUp[];
	snoozed: readonly FollowUp[];
	/** What stands above: when it looked. */
	state: ReactNode;
	/** What stands in its place when nothing is due. */
	nothing: ReactNode;
	/** What stands below, wherever the list is scrolled to. */
	children: ReactNode;
};

/** What is due, one of it opened: that of the open chat, or the most urgent one, until the agent opens another. */
export function FollowUpList(props: FollowUpListProps) {
	const { tabId, chat, due, snoozed, state, nothing, children } = props;
	const [chosen, choose] = useState<string | null>();
	const [texts, setTexts] = useState<Record<string, string>>({});
	/** The chat that was open when another was asked for. */
	const [askedIn, noteChat] = useState<string>();
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
	// That a chat was not opened is no news once another one was, unless that is what was opened in its place.
	const isNews = (opening: OpenFailure, meant: ChatRef) =>
		opening === "unsure" ? !chat || !isChat(chat, meant) : askedIn === JSON.stringify(chat);
	const ofOpening = failedOpening && due.find((followUp) => isChat(followUp.chat, failedOpening));
	// Once it was sent, or settled otherwise, it is no longer true that it waits in the message box.
	const inserted = insert.variables;
	const ofInserting = inserted && due.find((followUp) => isChat(followUp.chat, inserted.chat));
	const isStillSo =
		ofInserting && (!isUnopened(insert.data) || isNews(insert.data.opening, ofInserting.chat));
	return (
		<>
			<div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
				{state}
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
								noteChat(JSON.stringify(chat));
								insert.reset();
								open.mutate(followUp.chat);
							}}
							insert={() => {
								choose(followUp.id);
								noteChat(JSON.stringify(chat));
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
				<SettledList
					open={[...due, ...snoozed]}
					bringBack={(followUp) => void act(followUp, { do: "reopen" })}
				/>
			</div>
			{ofOpening && open.data && isNews(open.data, ofOpening.chat) && (
				<InsertNotice
					insertion={{ text: textOf(ofOpening), chat: ofOpening.chat }}
					failure={{ opening: open.data }}
					close={open.reset}
				/>
			)}
			{insert.data !== undefined && isStillSo && (
				<InsertNotice insertion={insert.variables} failure={insert.data} close={insert.reset} />
			)}
			{children}
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
		// It takes the place of what offered to take it back.
		if (action.do === "reopen") return toast({ text: i18n.t("followUp.toast.back", [name]) });
		toast({
			text: i18n.t(`followUp.toast.${toasts[action.do]}`, [name]),
			action: {
				label: i18n.t("settings.undo"),
				run: () => void mutateAsync({ id, action: { do: "reopen" } }),
			},
		});
	};
}
