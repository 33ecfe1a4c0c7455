import type { Candidate } from "@/lib/followup/candidates";
import type { Language } from "@/lib/followup/finding";
import { readFactors } from "@/lib/followup/learned-weights";
import type { RunPorts, RunRules } from "@/lib/followup/run-ports";
import { addFollowUps, followUps, learnedWeights } from "@/lib/platform/follow-ups";
import { type ConversationWithMessages, keptMessages } from "@/lib/platform/kept-messages";
import { uiLanguage } from "@/lib/platform/locale";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import { followUpEvent } from "@/lib/webhooks/follow-up-events";
import { type AskedServices, createCustomersOf, createJudge, createProductsOf } from "./follow-up-questions";
import type { Services } from "./services";

export type RunServices = AskedServices & Pick<Services, "outbox">;

/** What a run keeps to, as it is set now; undefined when the settings cannot be read. */
export async function runRules({ settings }: Pick<Services, "settings">): Promise<RunRules | undefined> {
	const read = await settings.read();
	if (!read.ok) return undefined;
	return {
		preferences: read.value.followup,
		weights: readFactors(await learnedWeights.get()),
		hasCrm: (await storedEndpoint(settings, "sidePanel_CustomerInfo")) !== undefined,
		fallbackLanguage: languageOf(uiLanguage()),
	};
}

/** What a run works on, but for where it keeps how far it is and what it left alone. */
export function runPorts(
	services: RunServices,
	{ triesPaused = false }: { triesPaused?: boolean } = {},
): Omit<RunPorts, "save" | "note"> {
	const { outbox, now } = services;
	return {
		async conversations(range, place) {
			const { conversations, next } = await keptMessages.between(range, place);
			return { candidates: conversations.map(candidateOf), ...(next !== undefined && { next }) };
		},
		async conversation(key) {
			const of = await keptMessages.conversation(key);
			return of && candidateOf({ of, messages: await keptMessages.of(key) });
		},
		followUpsOf: followUps.ofConversations,
		customersOf: createCustomersOf(services, { triesPaused }),
		productsOf: createProductsOf(services),
		judge: createJudge(services),
		async add(followUp) {
			const event = (await outbox.wants("followup.detected"))
				? await followUpEvent("followup.detected", followUp, followUp.foundAt)
				: undefined;
			await outbox.guard(() => addFollowUps([{ followUp, ...(event && { event }) }], now()));
		},
		now,
		clock: () => performance.now(),
		rest: () => new Promise((resolve) => setTimeout(resolve)),
	};
}

const candidateOf = ({ of, messages }: ConversationWithMessages): Candidate => {
	const { conversation, chat, name, phone, lastAt } = of;
	return { conversation, chat, name, lastAt, messages, ...(phone !== undefined && { phone }) };
};

/** The language of messages where the customer's cannot be told. */
const languageOf = (tag: string): Language =>
	(["es", "pt"] as const).find((language) => tag.toLowerCase().startsWith(language)) ?? "en";
