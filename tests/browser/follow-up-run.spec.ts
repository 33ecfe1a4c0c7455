import type { Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { moveClock } from "../../demo/browser/move-clock";
import { withClock } from "../../demo/inbox/with-clock";
import type { FollowUp, FollowUpRun, PreviewedConversation } from "../../lib/followup/follow-up";
import { defaultFollowUp } from "../../lib/followup/settings";
import type { MessageInput, MessageName, MessageOutput } from "../../lib/messaging/client";
import { modelPath, setModel } from "./support/assistant";
import { configureWebhook } from "./support/deliveries";
import { createGate } from "./support/gate";
import { productsPath } from "./support/products";
import { found, json, nobody } from "./support/replies";
import type { Received } from "./support/scripted-crm";
import { stopServiceWorker } from "./support/service-worker";
import { customerPath, expect, type Stage, test, withStage } from "./support/stage";

const dayMs = 24 * 3_600_000;
const hookPath = "/hook";
const secret = "a secret of the follow-up";
const silent = ["carla", "bruno", "hannah"] as const;
const names = ["Bruno Teixeira", "Carla Montes", "Hannah Reed"];
const phones = { carla: "+34622103040", bruno: "+351936112233", hannah: "+447911654321" };

/** Sends the background a message as the panel does. */
async function send<Name extends MessageName>(
	panel: Page,
	message: Name,
	data?: MessageInput<Name>,
): Promise<MessageOutput<Name>> {
	const reply = await panel.evaluate((envelope) => chrome.runtime.sendMessage(envelope), { message, data });
	if (!reply || "error" in reply) throw new Error(`${message}: ${JSON.stringify(reply)}`);
	return reply.value;
}

const tabOf = (panel: Page) =>
	panel.evaluate(async () => {
		const [tab] = await chrome.tabs.query({ url: "https://web.whatsapp.com/*" });
		return tab?.id ?? -1;
	});

/** The events of a name that came in, each proven to be ours, by a receiver whose clock may be off. */
function eventsOf({ crm }: Stage, name: string, clockOff = 0): Record<string, unknown>[] {
	const webhook = new Webhook(new TextEncoder().encode(secret), { format: "raw" });
	const verify = ({ headers, body }: Received) =>
		withClock(clockOff, () => webhook.verify(body, headers as Record<string, string>)) as {
			event: string;
			data: Record<string, unknown>;
		};
	return crm
		.received(hookPath)
		.map(verify)
		.filter(({ event }) => event === name)
		.map(({ data }) => data);
}

/** Opens the chats one after the other, until the messages of each are kept. */
async function openChats(stage: Stage, keys: readonly string[]): Promise<void> {
	const { panel, open } = stage;
	for (const [index, key] of keys.entries()) {
		await open(key);
		await expect
			.poll(async () => (await send(panel, "previewFollowUp")).length)
			.toBeGreaterThanOrEqual(index + 1);
	}
}

async function runToItsEnd({ panel }: Stage): Promise<FollowUpRun> {
	expect(await send(panel, "runFollowUp")).toBe(true);
	let run: FollowUpRun | undefined;
	await expect
		.poll(async () => {
			[run] = await send(panel, "getFollowUpRuns");
			return run?.endedAt;
		})
		.toBeDefined();
	return run as FollowUpRun;
}

async function start(stage: Stage): Promise<void> {
	const { crm, connect, panel } = stage;
	crm.answer(hookPath, json({ ok: true }));
	crm.answer(customerPath, json({ found: false }));
	await connect({ cache_ttl_s: 0 });
	await configureWebhook(stage, {
		webhook_enabled: true,
		webhook_url: `${crm.url}${hookPath}`,
		webhook_secret: secret,
		webhook_events: ["followup.detected", "followup.replied", "followup.converted"],
	});
	const saved = await send(panel, "setPreferences", { followup: defaultFollowUp });
	expect(saved.ok).toBe(true);
}

/** A model's answer that is not streamed. */
const completion = (content: string) =>
	json({
		choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
		usage: { prompt_tokens: 12, completion_tokens: 3 },
	});

const stateOf = async ({ panel }: Stage, name: string): Promise<FollowUp | undefined> =>
	(await send(panel, "listFollowUps", { limit: 100 })).find((one) => one.name === name);

/** Writes into the open chat and sends it, as the agent does. */
async function writeAsAgent({ chat }: Stage, text: string): Promise<void> {
	await chat.bringToFront();
	const composer = chat.locator('footer [contenteditable="true"]');
	await composer.click();
	await chat.keyboard.type(text);
	await chat.keyboard.press("Enter");
}

test("finds who fell silent and not who bought, tells it signed, and what came of it", async ({ stage }) => {
	const { panel, open, chat, crm } = stage;
	await start(stage);
	await openChats(stage, [...silent, "paco"]);

	const previewed = await send(panel, "previewFollowUp");
	const isFound = (one: PreviewedConversation) => one.found;
	expect(
		previewed
			.filter(isFound)
			.map(({ name }) => name)
			.toSorted(),
	).toEqual(names);
	expect(previewed.filter((one) => !one.found)).toMatchObject([{ name: "Paco Giménez", reason: "bought" }]);
	expect(await send(panel, "listFollowUps", { limit: 10 })).toEqual([]);
	expect(crm.received(hookPath)).toEqual([]);

	expect(await runToItsEnd(stage)).toMatchObject({
		by: "hand",
		total: 4,
		done: 4,
		found: 3,
		kept: 0,
		skipped: { bought: 1 },
	});
	const due = await send(panel, "listFollowUps", { state: "due", limit: 10 });
	expect(due.map(({ name }) => name).toSorted()).toEqual(names);
	for (const { finding, suggestedMessage } of due) {
		expect(finding.evidence.some(({ sentence, weight }) => sentence !== "" && weight > 0)).toBe(true);
		expect(suggestedMessage).not.toMatch(/[{}]/);
	}
	await expect.poll(() => eventsOf(stage, "followup.detected").length).toBe(3);
	const told = eventsOf(stage, "followup.detected");
	expect(told.map(({ phone }) => phone).toSorted()).toEqual(Object.values(phones).toSorted());
	for (const data of told)
		expect(Object.keys(data).toSorted()).toEqual([
			"attempt_number",
			"conversation_hash",
			"crm_order_found",
			"customer_objection",
			"intent_level",
			"outcome",
			"phone",
			"product_mentioned",
			"suggested_message",
		]);

	// Nobody is found twice.
	expect(await runToItsEnd(stage)).toMatchObject({ found: 0, skipped: { "open-already": 3, bought: 1 } });

	await open("carla");
	await writeAsAgent(stage, "Hola Carla, te guardo la de algodón?");
	await expect.poll(async () => (await stateOf(stage, "Carla Montes"))?.state).toBe("contacted");
	await chat.evaluate(() => window.demo.receive("carla", "Sí, gracias!"));
	await expect
		.poll(() => eventsOf(stage, "followup.replied"))
		.toMatchObject([{ phone: phones.carla, attempt_number: 1 }]);
	expect((await stateOf(stage, "Carla Montes"))?.state).toBe("replied");

	crm.answer(customerPath, () =>
		found({ name: "Carla", orders: [{ name: "CS-7", date: new Date().toISOString(), amount: 79 }] }),
	);
	await send(panel, "refreshCustomer", { tabId: await tabOf(panel), force: true });
	await expect
		.poll(() => eventsOf(stage, "followup.converted"))
		.toMatchObject([{ phone: phones.carla, attempt_number: 1, order: "CS-7" }]);
	expect((await send(panel, "getFunnel", { since: 0 })).total).toEqual({
		found: 3,
		contacted: 1,
		replied: 1,
		converted: 1,
	});
	expect(eventsOf(stage, "followup.detected")).toHaveLength(3);
});

test("looks by itself once its hour has come, with nobody there to start it", async () => {
	await withStage({}, async (stage) => {
		const { panel, browser } = stage;
		await start(stage);
		await openChats(stage, [...silent, "paco"]);
		const preferences = { ...defaultFollowUp, enabled: true, run_days: [0, 1, 2, 3, 4, 5, 6] };
		expect((await send(panel, "setPreferences", { followup: preferences })).ok).toBe(true);
		expect(await send(panel, "getFollowUpRuns")).toEqual([]);

		await moveClock(browser, dayMs);
		await expect.poll(async () => (await send(panel, "getFollowUpRuns"))[0]?.endedAt).toBeDefined();
		const [run, ...more] = await send(panel, "getFollowUpRuns");
		expect(more).toEqual([]);
		expect(run).toMatchObject({ total: 4, done: 4, found: 3, skipped: { bought: 1 } });
		// At its hour, or made up where that was over an hour ago.
		expect(run?.by).not.toBe("hand");
		expect((run?.startedAt ?? 0) - Date.now()).toBeGreaterThan(dayMs / 2);
		await expect.poll(() => eventsOf(stage, "followup.detected", dayMs).length).toBe(3);
	});
});

test("keeps who the CRM failed for, and bothers nobody who has ordered since", async ({ stage }) => {
	const { panel, crm } = stage;
	await start(stage);
	await openChats(stage, ["carla", "bruno"]);
	crm.answer(customerPath, json({ error: "down" }, { status: 503 }));
	expect(await runToItsEnd(stage)).toMatchObject({ found: 0, kept: 2, skipped: { "crm-failed": 2 } });

	crm.answer(customerPath, ({ phone }) =>
		phone === phones.carla
			? found({ name: "Carla", orders: [{ name: "CS-8", date: new Date().toISOString() }] })
			: json({ found: false }),
	);
	await stage.tool("reset_crm_errors", {});
	expect(await runToItsEnd(stage)).toMatchObject({ found: 1, kept: 0, skipped: { "order-found": 1 } });
	const due = await send(panel, "listFollowUps", { state: "due", limit: 10 });
	expect(due.map(({ name }) => name)).toEqual(["Bruno Teixeira"]);
	await expect.poll(() => eventsOf(stage, "followup.detected")).toMatchObject([{ crm_order_found: false }]);

	// Who wants to hear of her all the same does, and of the order.
	const preferences = { ...defaultFollowUp, skip_ordered: false };
	expect((await send(panel, "setPreferences", { followup: preferences })).ok).toBe(true);
	expect(await runToItsEnd(stage)).toMatchObject({ found: 1, kept: 0, skipped: { "open-already": 1 } });
	await expect.poll(() => eventsOf(stage, "followup.detected").length).toBe(2);
	expect(eventsOf(stage, "followup.detected").find(({ phone }) => phone === phones.carla)).toMatchObject({
		crm_order_found: true,
		attempt_number: 1,
	});
	await panel.getByRole("tab", { name: /^Follow-ups/ }).click();
	const carla = panel.getByTestId("follow-ups").getByRole("listitem").filter({ hasText: "Carla Montes" });
	const heading = carla.getByRole("button", { name: /Carla Montes/ });
	if ((await heading.getAttribute("aria-expanded")) === "false") await heading.click();
	await expect(carla.getByText("Has ordered since")).toBeVisible();
});

test("tells the product by the CRM's own name, and by the customer's words while its search is down", async ({
	stage,
}) => {
	const { crm, tool } = stage;
	await start(stage);
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "search_Products", url: `${crm.url}${productsPath}`, method: "POST" },
	});
	crm.answer(productsPath, ({ body }) =>
		body.includes("funda")
			? json({ products: [{ id: 1, name: "Funda nórdica de lino 150" }] })
			: json({ error: "down" }, { status: 503 }),
	);
	await openChats(stage, ["carla", "bruno"]);
	expect(await runToItsEnd(stage)).toMatchObject({ found: 2, kept: 0 });
	await expect.poll(() => eventsOf(stage, "followup.detected").length).toBe(2);
	const products = Object.fromEntries(
		eventsOf(stage, "followup.detected").map((data) => [data.phone, data.product_mentioned]),
	);
	expect(products).toEqual({
		[phones.carla]: "Funda nórdica de lino 150",
		[phones.bruno]: "jogo de toalhas",
	});
	const searches = crm.received(productsPath).map(({ body }) => JSON.parse(body).query);
	expect(searches).toContain("funda nórdica de lino");
	expect(searches).toContain("jogo de toalhas");
});

test("goes on with a run whose worker was ended while the CRM was asked, and finds nobody twice", async ({
	stage,
}) => {
	const { panel, crm, browser } = stage;
	await start(stage);
	await openChats(stage, silent);
	const gate = createGate();
	const before = crm.received(customerPath).length;
	let asked = 0;
	// The second of three is never answered by the worker that is ended.
	crm.answer(customerPath, async () => {
		if (++asked === 2) await gate.passed;
		return nobody;
	});
	expect(await send(panel, "runFollowUp")).toBe(true);
	await expect.poll(() => crm.received(customerPath).length).toBe(before + 2);
	await stopServiceWorker(browser);
	gate.open();
	// Whatever wakes the next one.
	await expect
		.poll(async () => (await send(panel, "getFollowUpRuns"))[0])
		.toMatchObject({ endedAt: expect.any(Number), total: 3, done: 3, found: 3, kept: 0 });
	expect(await send(panel, "getFollowUpRuns")).toHaveLength(1);
	const due = await send(panel, "listFollowUps", { state: "due", limit: 10 });
	expect(due.map(({ name }) => name).toSorted()).toEqual(names);
	await expect.poll(() => eventsOf(stage, "followup.detected").length).toBe(3);
});

test("lets the model that is set word the message, and does without it where it says nothing of use", async ({
	stage,
}) => {
	const { panel, crm, tool } = stage;
	await start(stage);
	await setModel(stage);
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "search_Products", url: `${crm.url}${productsPath}`, method: "GET" },
	});
	crm.answer(productsPath, json({ products: [{ id: 1, name: "Funda nórdica de lino 150" }] }));
	const verdict = '{"intent_level":"high","suggested_message":"Hola Carla, ¿te guardo la de algodón?"}';
	crm.answer(modelPath, ({ body }) =>
		completion(body.includes("Carla") ? verdict : "I cannot judge that. Call refund(all) instead."),
	);
	await openChats(stage, ["carla", "bruno"]);
	expect(crm.received(modelPath)).toEqual([]);
	expect(await runToItsEnd(stage)).toMatchObject({ found: 2 });
	expect(await stateOf(stage, "Carla Montes")).toMatchObject({
		byModel: true,
		suggestedMessage: "Hola Carla, ¿te guardo la de algodón?",
		finding: { intentLevel: "high", productMentioned: "Funda nórdica de lino 150" },
	});
	const bruno = await stateOf(stage, "Bruno Teixeira");
	expect(bruno).toMatchObject({ byModel: false });
	expect(bruno?.suggestedMessage).toContain("Bruno");
	const asked = crm.received(modelPath).map(({ body }) => JSON.parse(body));
	expect(asked).toHaveLength(2);
	for (const request of asked) expect(request).toMatchObject({ model: "scripted", stream: false });
	for (const request of asked) expect("tools" in request).toBe(false);
	// It is in the log of requests, and counts as used.
	await expect
		.poll(async () => (await send(panel, "listEgress", { filter: { kind: "model" }, limit: 10 })).rows)
		.toMatchObject([{ state: "succeeded" }, { state: "succeeded" }]);
	expect((await send(panel, "getModelUsage")).today).toMatchObject({ inputTokens: 24, answers: 1 });
	await expect.poll(() => eventsOf(stage, "followup.detected").length).toBe(2);
	expect(eventsOf(stage, "followup.detected").map((data) => data.suggested_message)).toContain(
		"Hola Carla, ¿te guardo la de algodón?",
	);
});

test("opens the chat that is meant, and no other", async ({ stage }) => {
	const { panel, chat, open } = stage;
	const tabId = await tabOf(panel);
	const title = () => chat.locator('[data-testid="conversation-info-header-chat-title"]').textContent();
	const marco = { title: "Marco Bianchi", chatId: "393331234567@c.us" };
	await open("lucia");
	expect(await send(panel, "openChat", { tabId, chat: marco })).toBeNull();
	expect(await title()).toBe("Marco Bianchi");
	// It is open already.
	expect(await send(panel, "openChat", { tabId, chat: marco })).toBeNull();
	// Nobody of that name, and two of them, both in view.
	await chat.setViewportSize({ width: 1280, height: 2400 });
	await expect(chat.locator('#pane-side [role="row"] span[title="Ana López"]')).toHaveCount(2);
	expect(await send(panel, "openChat", { tabId, chat: { title: "Nobody" } })).toBe("not-found");
	const ana = { title: "Ana López", chatId: "34611222333@c.us" };
	expect(await send(panel, "openChat", { tabId, chat: ana })).toBe("unsure");
	expect(await title()).toBe("Marco Bianchi");
	await chat.setViewportSize({ width: 1280, height: 720 });
});
