import type { AbandonedCart, Customer, Order } from "@/lib/crm/customer";
import type { Candidate } from "@/lib/followup/candidates";
import type { Direction, KeptMessage } from "@/lib/followup/conversation";
import type { Finding } from "@/lib/followup/finding";
import type { FollowUp } from "@/lib/followup/follow-up";
import { defaultFollowUp, type FollowUpPreferences } from "@/lib/followup/settings";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** Wednesday noon, local time. */
export const noon = new Date("2026-03-04T12:00").getTime();

export const rules: FollowUpPreferences = { ...defaultFollowUp, enabled: true };

export const message = (
	direction: Direction,
	text: string | null,
	time: number | null,
	id = `${direction}-${text}-${time}`,
): KeptMessage => ({ id, direction, text, time });

/** Somebody who asked for a price, got it and fell silent. */
export const asked = (lastAt: number): KeptMessage[] => [
	message("incoming", "Hola! Cuánto cuesta el mantel de lino?", lastAt - 2 * 60_000),
	message("outgoing", "Hola! El mantel son 49,90 €", lastAt - 60_000),
	message("incoming", "Es un poco caro, me lo pienso", lastAt),
];

/** Somebody who only chats. */
export const chatted = (lastAt: number): KeptMessage[] => [
	message("incoming", "Feliz cumpleaños!", lastAt - 60_000),
	message("outgoing", "Gracias guapa, un beso", lastAt),
];

export function candidate(
	conversation: string,
	{ lastAt = noon - 2 * dayMs, ...more }: Partial<Candidate> = {},
): Candidate {
	return {
		conversation,
		chat: { title: conversation },
		name: "Lucía Fernández",
		phone: "+34612345678",
		lastAt,
		messages: asked(lastAt),
		...more,
	};
}

export const finding: Finding = {
	intentLevel: "high",
	outcome: "abandoned",
	productMentioned: "mantel de lino",
	customerObjection: "price",
	score: 0.9,
	evidence: [
		{ signal: "price-asked", weight: 0.35, messageId: "1", sentence: "Cuánto cuesta?" },
		{ signal: "quote-sent", weight: 0.35, messageId: "2", sentence: "49,90 €" },
		{ signal: "own-word", weight: 0.2, messageId: "1", sentence: "boda" },
		{ signal: "said-bye", weight: -0.05, messageId: "3", sentence: "Adiós" },
	],
	language: "es",
	lastWordBy: "incoming",
	silentForMs: dayMs,
};

export function followUp(more: Partial<FollowUp> = {}): FollowUp {
	return {
		id: "a 1",
		conversation: "a",
		chat: { title: "Lucía" },
		phone: "+34612345678",
		name: "Lucía",
		finding,
		suggestedMessage: "Hola Lucía",
		byModel: false,
		attempt: 1,
		crmOrderFound: false,
		state: "due",
		foundAt: noon,
		...more,
	};
}

export const order = (date: string | undefined, more: Partial<Order> = {}): Order => ({
	name: "CS-1",
	...(date !== undefined && { date }),
	items: [],
	tracking: [],
	more: [],
	...more,
});

export const cart = (date: string | undefined, name = "Manta"): AbandonedCart => ({
	...(date !== undefined && { date }),
	items: [{ name, more: [] }],
	more: [],
});

export const customer = (orders: Order[], abandonedCarts: AbandonedCart[] = []): Customer => ({
	tags: [],
	orders,
	abandonedCarts,
	more: [],
});
