import { conversationHash, conversationKey } from "@/lib/contacts/conversation-hash";
import { type Identity, identify } from "@/lib/contacts/identity";
import { createMutex } from "@/lib/core/mutex";
import { fail, ok } from "@/lib/core/result";
import type { Customer } from "@/lib/crm/customer";
import { acted, afterMessage, afterOrders, awaitsOrder } from "@/lib/followup/after";
import type { FollowUp, FollowUpAction, FollowUpActionResult } from "@/lib/followup/follow-up";
import { messageToKeep } from "@/lib/followup/kept-conversation";
import { learnDismissal, unlearnDismissal } from "@/lib/followup/learned-weights";
import type { RunPorts } from "@/lib/followup/run-ports";
import { phoneLinks } from "@/lib/platform/database";
import { changeFollowUp, followUps, learnedWeights } from "@/lib/platform/follow-ups";
import { followUpsChangedValue } from "@/lib/platform/storage";
import { type FollowUpEvent, followUpEvent } from "@/lib/webhooks/follow-up-events";
import type { MessagesReport } from "@/lib/whatsapp/facts";
import type { Services } from "./services";

type AfterServices = Pick<Services, "settings" | "outbox" | "now">;

/** One change of a follow-up after the other: what each is made of is read before. */
const exclusively = createMutex();
/** So many customers are asked about their orders in one run, those of the latest finds. */
const mostAsked = 100;

async function trackingDays({ settings }: AfterServices): Promise<number | undefined> {
	const read = await settings.read();
	return read.ok ? read.value.followup.tracking_days : undefined;
}

/** Changes a follow-up, together with the event that tells of it. Runs exclusively. */
async function become(
	{ outbox, now }: AfterServices,
	before: FollowUp,
	after: FollowUp,
): Promise<FollowUp | undefined> {
	const name = eventOf(before, after);
	const at = now();
	const event = name && (await outbox.wants(name)) ? await followUpEvent(name, after, at) : undefined;
	let stored: FollowUp | undefined;
	await outbox.guard(async () => {
		stored = await changeFollowUp(
			before.id,
			// Its conversation goes by another hash once the phone is known.
			({ conversation }) => ({ followUp: { ...after, conversation }, ...(event && { event }) }),
			at,
		);
	});
	if (event) void outbox.run();
	void followUpsChangedValue.set(at);
	return stored;
}

function eventOf(before: FollowUp, after: FollowUp): FollowUpEvent | undefined {
	if (after.state === before.state) return undefined;
	if (after.state === "replied") return "followup.replied";
	return after.state === "converted" ? "followup.converted" : undefined;
}

/** What messages that the page shows make of the follow-ups of their conversation. */
export async function noteMessages(
	services: AfterServices,
	{ chat, messages }: MessagesReport,
): Promise<void> {
	const chatId = chat.chatId?.value;
	const identity = identify(chat, chatId ? await phoneLinks.get(chatId) : undefined);
	const key = identity.kind === "group" ? null : conversationKey(identity, chatId);
	if (!key) return;
	const conversation = await conversationHash(key);
	await exclusively(async () => {
		const known = await followUps.ofConversation(conversation);
		const days = known.length > 0 ? await trackingDays(services) : undefined;
		if (days === undefined) return;
		for (const before of known) {
			let after = before;
			for (const shown of messages) {
				const { direction, time, arrived } = messageToKeep(shown);
				const at = arrived ? services.now() : time;
				if (at !== null) after = afterMessage(after, { direction, at }, days);
			}
			if (after !== before) await become(services, before, after);
		}
	});
}

/** What a customer's card makes of the follow-ups with them. */
export async function noteCustomers(
	services: AfterServices,
	identity: Identity,
	customers: readonly Customer[],
): Promise<void> {
	const chatId = "chatId" in identity ? identity.chatId : undefined;
	const key = identity.kind === "group" ? null : conversationKey(identity, chatId);
	if (!key) return;
	const known = await followUps.ofConversation(await conversationHash(key));
	for (const { id } of known) await settle(services, id, customers);
}

/** Asks the CRM about those who may have ordered since. What it does not answer is asked in the next run. */
export async function settleByOrders(
	services: AfterServices,
	customersOf: RunPorts["customersOf"],
): Promise<void> {
	const days = await trackingDays(services);
	if (days === undefined) return;
	const all = await followUps.all();
	const waiting = all.filter((followUp) => awaitsOrder(followUp, days, services.now()));
	for (const { id, ...followUp } of waiting.slice(-mostAsked)) {
		const customers = await customersOf({ ...followUp, lastAt: followUp.foundAt, messages: [] });
		if (customers !== null && customers !== "failed") await settle(services, id, customers);
	}
}

const settle = (services: AfterServices, id: string, customers: readonly Customer[]): Promise<void> =>
	exclusively(async () => {
		const [before, days] = [await followUps.get(id), await trackingDays(services)];
		if (!before || days === undefined) return;
		const after = afterOrders(before, customers, days, services.now());
		if (after !== before) await become(services, before, after);
	});

/** What the agent did with a follow-up, and what is learned of it. */
export const act = (
	services: AfterServices,
	id: string,
	action: FollowUpAction,
): Promise<FollowUpActionResult> =>
	exclusively(async () => {
		const before = await followUps.get(id);
		if (!before) return fail({ reason: "gone" });
		const after = acted(before, action, services.now());
		if (after === before) return ok(before);
		const stored = await become(services, before, after);
		if (!stored) return fail({ reason: "gone" });
		await learn(before, after);
		return ok(stored);
	});

async function learn(before: FollowUp, after: FollowUp): Promise<void> {
	if (after.dismissedBecause)
		await learnedWeights.set(
			learnDismissal(await learnedWeights.get(), after.finding, after.dismissedBecause),
		);
	else if (before.dismissedBecause)
		await learnedWeights.set(
			unlearnDismissal(await learnedWeights.get(), before.finding, before.dismissedBecause),
		);
}
