import type { Page } from "@playwright/test";
import type { FollowUp, FollowUpRun } from "../../../lib/followup/follow-up";

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

/** A run that left some alone, and had to leave some for the next. */
export const aRun = (now: number): FollowUpRun => ({
	id: 2,
	startedAt: now - hour,
	endedAt: now - hour + 900,
	by: "schedule",
	total: 120,
	done: 120,
	found: 3,
	skipped: { bought: 12, "not-silent-long-enough": 100, "said-stop": 1, "crm-failed": 4 },
	kept: 4,
});

/** Puts follow-ups and runs into the database, and tells pages that they are others now, as the background does. */
export async function storeFollowUps(
	page: Page,
	followUps: readonly FollowUp[],
	runs: readonly FollowUpRun[] = [],
): Promise<void> {
	await page.evaluate(
		async ([found, made]) => {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open("chatside");
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			const transaction = database.transaction(["followUps", "followUpRuns"], "readwrite");
			const done = new Promise((resolve, reject) => {
				transaction.oncomplete = resolve;
				transaction.onerror = () => reject(transaction.error);
			});
			for (const followUp of found) transaction.objectStore("followUps").put(followUp);
			for (const run of made) transaction.objectStore("followUpRuns").put(run);
			await done;
			database.close();
			await chrome.storage.session.set({ follow_ups_changed: Date.now() });
		},
		[followUps, runs] as const,
	);
}
