import { type CastMember, cast, followedUp } from "../../cast";
import type { Conversation } from "../conversations/conversation";
import { longHistory } from "../conversations/long-history";
import { lucia } from "../conversations/lucia";
import { luciaHistory } from "../conversations/lucia-history";
import { channel, salesTeam, salesTeamMembers } from "../conversations/not-contacts";
import { beatriz, emma, ines, marco } from "../conversations/other-languages";
import { bruno, carla, hannah, paco } from "../conversations/silent";
import { ana, nora, ortega, otherAna, sofia, stranger } from "../conversations/spanish";
import { digitsOf, hexOf } from "./deterministic";
import { fillerChats } from "./filler-chats";
import type { Chat, DateStyle } from "./model";
import { readScript } from "./script-syntax";

/** The person who uses the page: the author of every outgoing message. */
export const OWNER = "Marta Ruiz";

/** What one chat is made from; everything else about it follows. */
export type ChatPlan = Pick<Chat, "key" | "title" | "jid"> &
	Partial<Omit<Chat, "entries" | "unread" | "nextLines">> & { conversation: Conversation };

/**
 * All chats of the page. The order is not the list's: the list sorts by the newest message. Who fell silent did so before
 * `silentSince`; where it is left out, two days before `today`. With `longMessages` there is one more, `long`, with so many.
 */
export function buildChats(
	today: Date,
	{ silentSince, longMessages = 0 }: { silentSince?: Date; longMessages?: number } = {},
): Chat[] {
	const plans = [...castChats(), ...otherKinds(), ...fillerChats()];
	if (longMessages > 0) plans.push(longChat(longMessages));
	const silent = silentChats().map((plan) => buildChat(plan, today));
	if (silentSince) for (const chat of silent) endBefore(chat, silentSince);
	return [...plans.map((plan) => buildChat(plan, today)), ...silent];
}

/** Moves all of a chat so that its last message is of the minute before. */
function endBefore({ entries }: Chat, end: Date): void {
	const last = entries.at(-1)?.at.getTime() ?? 0;
	const minutes = Math.floor((end.getTime() - last) / 60_000) - 1;
	for (const { at } of entries) at.setTime(at.getTime() + minutes * 60_000);
}

/** The id of a message: hex of one of two lengths, or the older form that carries direction and chat. */
export function messageId(chat: Pick<Chat, "jid" | "legacy">, position: string, outgoing: boolean): string {
	const seed = `${chat.jid}/${position}`;
	const hex = `${outgoing ? "3EB0" : "AC"}${hexOf(seed, outgoing ? 18 : 30)}`;
	return chat.legacy ? `${outgoing}_${chat.jid}_${hex}` : hex;
}

function buildChat({ conversation, ...plan }: ChatPlan, today: Date): Chat {
	const chat: Chat = {
		kind: "contact",
		dateStyle: "day-first",
		legacy: false,
		members: [],
		...plan,
		entries: [],
		unread: conversation.unread ?? 0,
		nextLines: conversation.nextLines,
	};
	chat.entries = readScript(conversation.script, {
		today,
		owner: OWNER,
		contact: chat.title,
		messageId: (index, outgoing) => messageId(chat, String(index), outgoing),
	});
	return chat;
}

/** A person of the cast whose chat carries the phone number in its id. */
function phoneChat(member: CastMember, conversation: Conversation, dateStyle: DateStyle = "day-first") {
	const saved = member.chatTitle === undefined && member.inCrm;
	return {
		key: member.key,
		title: member.chatTitle ?? member.name,
		jid: phoneJid(member.phone),
		...(saved ? { savedName: member.name } : {}),
		pushName: member.inCrm ? member.name.split(" ")[0] : undefined,
		dateStyle,
		conversation,
	} satisfies ChatPlan;
}

/** A person of the cast whose chat id is a LID: an opaque number that must not be taken for a phone. */
function lidChat(member: CastMember, conversation: Conversation, dateStyle: DateStyle): ChatPlan {
	return { ...phoneChat(member, conversation, dateStyle), jid: `${digitsOf(member.key, 15)}@lid` };
}

function castChats(): ChatPlan[] {
	return [
		phoneChat(cast.lucia, { ...lucia, script: `${luciaHistory()}\n${lucia.script}` }),
		phoneChat(cast.marco, marco, "day-first-short"),
		{ ...lidChat(cast.sofia, sofia, "spanish-12h"), phoneJid: phoneJid(cast.sofia.phone) },
		lidChat(cast.ines, ines, "marked"),
		phoneChat(cast.beatriz, beatriz),
		{ ...phoneChat(cast.ortega, ortega, "day-first-short"), savedName: cast.ortega.chatTitle },
		phoneChat(cast.ana, ana),
		phoneChat(cast.otherAna, otherAna, "spanish-12h"),
		{ ...phoneChat(cast.emma, emma, "month-first"), legacy: true },
		phoneChat(cast.stranger, stranger),
	];
}

function otherKinds(): ChatPlan[] {
	return [
		{
			key: "team",
			kind: "group",
			title: "Equipo ventas",
			jid: `${digitsOf("team", 18)}@g.us`,
			members: salesTeamMembers,
			conversation: salesTeam,
		},
		{
			key: "nora",
			title: "@nora.designs",
			jid: `${digitsOf("nora", 15)}@lid`,
			pushName: "Nora",
			conversation: nora,
		},
		{
			key: "channel",
			kind: "channel",
			title: "Novedades Casa Brisa",
			jid: `${digitsOf("channel", 18)}@newsletter`,
			conversation: channel,
		},
	];
}

/** Whom the follow-up looks at. */
function silentChats(): ChatPlan[] {
	const conversations = { carla, bruno, hannah, paco };
	return (Object.keys(conversations) as (keyof typeof conversations)[]).map((key) => ({
		key,
		title: followedUp[key].name,
		savedName: followedUp[key].name,
		jid: phoneJid(followedUp[key].phone),
		conversation: conversations[key],
	}));
}

function longChat(messages: number): ChatPlan {
	return {
		key: "long",
		title: "Bodegas Montes",
		savedName: "Bodegas Montes",
		jid: phoneJid("+34655000111"),
		conversation: { script: longHistory(messages), nextLines: ["Gracias!"] },
	};
}

/** `+34 612…` → `34612…@c.us` */
export function phoneJid(phone: string): string {
	return `${phone.replace(/\D/g, "")}@c.us`;
}
