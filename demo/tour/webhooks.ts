import { setTimeout as delay } from "node:timers/promises";
import { expect } from "@playwright/test";
import { routeNames } from "../../components/settings/shell/place";
import { cast } from "../cast";
import { connectWebhook } from "../connect";
import type { RunningInbox } from "../inbox/start";
import type { Stage } from "./stage";
import type { Steps } from "./steps";

/** Sets the webhook up, before any chat is opened: what was seen without it is not told later. */
export const webhookSetUp = ({ step }: Steps, { browser }: Stage, inbox: RunningInbox): Promise<void> =>
	step("Webhook: set up, signed, all events", () => connectWebhook(browser, inbox.webhookUrl));

/** What the webhook tells of the chat, as a receiver sees it: signed, once each, and after an outage. */
export async function webhooks({ step }: Steps, stage: Stage, inbox: RunningInbox): Promise<void> {
	const { browser, chat, open, pictureOf } = stage;
	/** Throws unless the inbox gets a verified event about this number. */
	const told = async (phone: string, source: "contact" | "message") => {
		const { verified } = await inbox.waitFor(
			({ requests: [request] }) => request.phone === phone && request.source === source,
			40_000,
		);
		expect(verified, "both signatures are right").toBe(true);
	};
	await step("Webhook: the contacts of opened chats were told, signed", async () => {
		await told(cast.lucia.phone, "contact");
		await told(cast.beatriz.phone, "contact");
	});
	await step("Webhook: a number the customer writes is told", async () => {
		await open("lucia");
		// What is there when a chat is opened is its history; a message after that has arrived.
		await delay(2_500);
		await chat.evaluate(() => window.demo.receive("lucia", "Llama a mi compañera, por favor: 600 111 222"));
		await told("+34600111222", "message");
		await pictureOf(inbox.url, "20-webhook-inbox", "text=+34600111222");
	});
	await step("Webhook: an outage loses nothing", async () => {
		inbox.answerWith("500");
		await chat.evaluate(() => window.demo.receive("lucia", "O a la tienda: +34 600 111 333"));
		await inbox.waitFor(({ requests: [request] }) => request.phone === "+34600111333");
		inbox.answerWith("200");
		const event = await inbox.waitFor(
			({ accepted, requests: [request] }) => accepted && request.phone === "+34600111333",
			40_000,
		);
		expect(event.count).toBeGreaterThan(1);
	});
	await step("Settings: every page", async () => {
		for (const [index, page] of routeNames.entries())
			await pictureOf(
				`chrome-extension://${browser.extensionId}/options.html#/${page}`,
				`${21 + index}-${page}`,
				// The heading is there before the page itself has loaded.
				"main :is(h2, p, li)",
			);
	});
}
