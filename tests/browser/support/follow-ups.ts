import type { FollowUp, FollowUpRun, FunnelReport, PreviewedConversation } from "@/lib/followup/follow-up";

const hour = 3_600_000;

/** Three who fell silent: an objection in Spanish, a question that was never answered, and one without much to say. */
export const followUps = (now: number): FollowUp[] => [
	{
		id: "a1 1",
		conversation: "a1",
		chat: { title: "Lucía Fernández", chatId: "34612345678@c.us" },
		phone: "+34612345678",
		name: "Lucía Fernández de la Vega y Rodríguez-Villanueva",
		finding: {
			intentLevel: "high",
			outcome: "pending",
			productMentioned: "Mantel de lino bordado a mano 220 × 150",
			customerObjection: "delivery-cost",
			score: 0.95,
			evidence: [
				{
					signal: "price-asked",
					weight: 0.35,
					messageId: "m1",
					sentence: "¿Cuánto cuesta el mantel de lino?",
				},
				{
					signal: "objection-delivery-cost",
					weight: 0.2,
					messageId: "m3",
					sentence: "Uf, el envío me sale caro",
				},
				{ signal: "abandoned-cart", weight: 0.4, messageId: null, sentence: "Mantel de lino × 1" },
				{ signal: "said-bye", weight: -0.05, messageId: "m4", sentence: "Bueno, gracias" },
			],
			language: "es",
			lastWordBy: "outgoing",
			silentForMs: 50 * hour,
		},
		suggestedMessage:
			"Hola Lucía, sobre el mantel de lino: déjame ver qué podemos hacer con el coste del envío. ¿Te parece bien?",
		byModel: true,
		attempt: 2,
		crmOrderFound: false,
		state: "due",
		foundAt: now - hour,
	},
	{
		id: "b2 1",
		conversation: "b2",
		chat: { title: "John Carter" },
		name: "John Carter",
		finding: {
			intentLevel: "medium",
			outcome: "pending",
			productMentioned: null,
			customerObjection: null,
			score: 0.5,
			evidence: [
				{ signal: "price-asked", weight: 0.35, messageId: "m1", sentence: "How much is the lamp?" },
				{ signal: "unanswered", weight: 0.15, messageId: "m1", sentence: "How much is the lamp?" },
			],
			language: "en",
			lastWordBy: "incoming",
			silentForMs: 26 * hour,
		},
		suggestedMessage: "Hi John, sorry for the late answer about the lamp. Are you still interested?",
		byModel: false,
		attempt: 1,
		crmOrderFound: false,
		state: "due",
		foundAt: now - hour,
	},
	{
		id: "c3 1",
		conversation: "c3",
		chat: { title: "Bia" },
		name: "Bia",
		finding: {
			intentLevel: "low",
			outcome: "abandoned",
			productMentioned: "luminária",
			customerObjection: null,
			score: 0.25,
			evidence: [
				{ signal: "availability-asked", weight: 0.25, messageId: "m1", sentence: "Tem a luminária?" },
			],
			language: "pt",
			lastWordBy: "outgoing",
			silentForMs: null,
		},
		suggestedMessage: "Oi Bia, você perguntou sobre a luminária. Posso ajudar em mais alguma coisa?",
		byModel: false,
		attempt: 1,
		crmOrderFound: false,
		state: "snoozed",
		snoozedUntil: now + 20 * hour,
		foundAt: now - 2 * hour,
	},
];

/** What a preview tells of them, and of those left alone. */
export const previewed = (now: number): PreviewedConversation[] => [
	...followUps(now).map(({ chat, name, finding, attempt, suggestedMessage }) => ({
		chat,
		name,
		finding,
		attempt,
		suggestedMessage,
		found: true as const,
	})),
	{ chat: { title: "Ana" }, name: "Ana", found: false, reason: "bought" },
	{ chat: { title: "Eva" }, name: "Eva", found: false, reason: "bought" },
	{ chat: { title: "Joe" }, name: "Joe", found: false, reason: "said-stop" },
];

/** A run that has come to its end, and one that took chats along for the next. */
export const runs = (now: number): FollowUpRun[] => [
	{
		id: 2,
		startedAt: now - hour,
		endedAt: now - hour + 900,
		by: "schedule",
		total: 120,
		done: 120,
		found: 3,
		skipped: { bought: 12, "not-silent-long-enough": 100, "said-stop": 1, "crm-failed": 4 },
		kept: 4,
	},
	{
		id: 1,
		startedAt: now - 26 * hour,
		endedAt: now - 26 * hour + 900,
		by: "made-up",
		total: 3,
		done: 3,
		found: 0,
		skipped: {},
		kept: 0,
	},
];

const counts = (found: number, contacted: number, replied: number, converted: number) => ({
	found,
	contacted,
	replied,
	converted,
});

/** A month of follow-ups; its days are told from `now` back. */
export function funnel(now: number): FunnelReport {
	const day = (before: number) => {
		const at = new Date(now);
		const local = new Date(at.getFullYear(), at.getMonth(), at.getDate() - before);
		return [local.getFullYear(), local.getMonth() + 1, local.getDate()]
			.map((part) => String(part).padStart(2, "0"))
			.join("-");
	};
	return {
		total: counts(48, 40, 17, 9),
		byIntent: { high: counts(14, 13, 8, 6), medium: counts(30, 25, 9, 3), low: counts(4, 2, 0, 0) },
		byAttempt: { 1: counts(38, 33, 15, 8), 2: counts(10, 7, 2, 1) },
		byProduct: {
			"Mantel de lino bordado a mano 220 × 150": counts(20, 18, 9, 6),
			"Desk lamp": counts(18, 14, 6, 2),
			"": counts(10, 8, 2, 1),
		},
		byDay: {
			[day(0)]: counts(3, 0, 0, 0),
			[day(1)]: counts(8, 7, 3, 1),
			[day(5)]: counts(12, 11, 6, 4),
			[day(12)]: counts(9, 8, 4, 2),
			[day(20)]: counts(16, 14, 4, 2),
		},
		skipped: { "not-silent-long-enough": 310, bought: 84, "too-little": 61, "said-stop": 2 },
	};
}
