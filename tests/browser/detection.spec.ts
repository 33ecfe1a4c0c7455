import type { Page } from "@playwright/test";
import { grantHost } from "../../demo/browser/host-permission";
import { cast } from "../../demo/cast";
import { buildInboxPage } from "../../demo/inbox/build-page";
import { startInbox } from "../../demo/inbox/start";
import { phoneAt } from "../faults/phones";
import { configureWebhook } from "./support/deliveries";
import { send } from "./support/options-page";
import { json } from "./support/replies";
import { stopServiceWorker } from "./support/service-worker";
import { expect, type Stage, test } from "./support/stage";

const hook = "/hook";
const colleague = "+34600111222";
const shop = "+34600111333";

const useHook = (stage: Stage) => {
	stage.crm.answer(hook, json({}));
	return configureWebhook(stage, { webhook_enabled: true, webhook_url: `${stage.crm.url}${hook}` });
};

/** The numbers the receiver was told of, each with where it was seen. */
const told = ({ crm }: Stage): { phone: string; source: string }[] =>
	crm.received(hook).map(({ body }) => {
		const { phone, source } = JSON.parse(body).data;
		return { phone, source };
	});
const toldPhones = (stage: Stage) => told(stage).map(({ phone }) => phone);

const receive = ({ chat }: Stage, key: string, text: string) =>
	chat.evaluate(([to, said]) => window.demo.receive(to, said), [key, text] as const);

const amountOf = async (page: Page, kind: string): Promise<number> => {
	const amounts = (await send(page, "getStoredData")) as { kind: string; count: number }[];
	return amounts.find((amount) => amount.kind === kind)?.count ?? 0;
};

/** Opens a chat and waits until what it shows has been read: what follows arrives. */
async function openAndRead(stage: Stage, key: string): Promise<void> {
	const before = await amountOf(stage.panel, "kept-messages");
	await stage.open(key);
	await expect.poll(() => amountOf(stage.panel, "kept-messages")).toBeGreaterThan(before);
}

/** As if it had been installed then: what the chats hold of later is no history. */
async function installedAt({ browser, panel }: Stage, time: number): Promise<void> {
	await panel.evaluate((at) => chrome.storage.local.set({ installed_at: at }), time);
	// It reads that once in its life.
	await stopServiceWorker(browser);
}
const hour = 3_600_000;

const setDetection = async ({ panel }: Stage, detection: object): Promise<void> => {
	const read = (await send(panel, "getPreferences")) as { value: { detection: object } };
	await send(panel, "setPreferences", { detection: { ...read.value.detection, ...detection } });
};

test("the demo's inbox shows, live and verified, the contact of an opened chat and a number the customer writes", async ({
	stage,
}) => {
	const { browser, open } = stage;
	const secret = "a secret of the demo's inbox";
	const inbox = await startInbox({ port: 0, secret, page: await buildInboxPage() });
	const page = await browser.context.newPage();
	try {
		await page.goto(inbox.url);
		await grantHost(browser.context, browser.extensionId, `${inbox.url}/*`);
		await configureWebhook(stage, {
			webhook_enabled: true,
			webhook_url: inbox.webhookUrl,
			webhook_secret: secret,
		});
		await installedAt(stage, Date.now() - hour);
		const event = (phone: string) => page.locator("#events li").filter({ hasText: phone });
		await open("marco");
		await expect(event(cast.marco.phone)).toContainText("phone.detected");
		await openAndRead(stage, "lucia");
		await receive(stage, "lucia", "Llama a mi compañera, por favor: 600 111 222");
		await expect(event(colleague)).toContainText("phone.detected");
		await expect(event(colleague)).toContainText('"source": "message"');
		await expect(event(cast.lucia.phone)).toContainText('"source": "contact"');
		await expect(page.locator("#events li")).toHaveCount(3);
		await expect(page.locator("#events .mark")).toHaveText(["Verified", "Verified", "Verified"]);
	} finally {
		await page.close();
		await inbox.close();
	}
});

test("tells numbers of both sides in every notation once, and never one's own", async ({ stage }) => {
	await useHook(stage);
	await setDetection(stage, { own_numbers: ["+34600999888"] });
	await installedAt(stage, Date.now() - hour);
	await openAndRead(stage, "lucia");
	await receive(stage, "lucia", "Mi compañera: (600) 11.12.22, o tel:+34-600-111-222");
	await expect.poll(() => toldPhones(stage)).toContain(colleague);
	// What the user writes counts as well.
	const composer = stage.chat.locator("footer [contenteditable]");
	await composer.fill("La tienda es el +٣٤ ٦٠٠ ١١١ ٣٣٣ y el mío wa.me/34600999888");
	await composer.press("Enter");
	await expect.poll(() => toldPhones(stage)).toContain(shop);
	await receive(stage, "lucia", `El pedido 600111444 de ${colleague}, y el último: +34 600 111 555`);
	await expect.poll(() => toldPhones(stage)).toContain("+34600111555");
	expect(told(stage)).toEqual([
		{ phone: cast.lucia.phone, source: "contact" },
		{ phone: colleague, source: "message" },
		{ phone: shop, source: "message" },
		{ phone: "+34600111555", source: "message" },
	]);
});

test("numbers in messages from before the installation are remembered and not told, unless it is wanted", async ({
	stage,
}) => {
	const { panel } = stage;
	await useHook(stage);
	await installedAt(stage, Date.now() + hour);
	await openAndRead(stage, "lucia");
	await expect.poll(() => toldPhones(stage)).toEqual([cast.lucia.phone]);
	const seen = await amountOf(panel, "seen-phones");
	await receive(stage, "lucia", `Mi compañera: ${colleague}`);
	await expect.poll(() => amountOf(panel, "seen-phones")).toBe(seen + 1);
	await setDetection(stage, { announce_history: true });
	await receive(stage, "lucia", `${colleague} y ${shop}`);
	await expect.poll(() => toldPhones(stage)).toEqual([cast.lucia.phone, shop]);
});

test("what is seen while no URL is set is remembered, and not told when one is", async ({ stage }) => {
	await installedAt(stage, Date.now() - hour);
	await openAndRead(stage, "lucia");
	await receive(stage, "lucia", `Mi compañera: ${colleague}`);
	await expect.poll(() => amountOf(stage.panel, "seen-phones")).toBe(2);
	expect(await amountOf(stage.panel, "deliveries")).toBe(0);
	await useHook(stage);
	await receive(stage, "lucia", `${colleague} o ${shop}`);
	await expect.poll(() => toldPhones(stage)).toEqual([shop]);
});

test("5,000 messages that come at once are all read and stored, and go out in their order, each once", async ({
	stage,
}) => {
	test.slow();
	const { panel, chat } = stage;
	const count = 5_000;
	await useHook(stage);
	await installedAt(stage, Date.now() - hour);
	await openAndRead(stage, "lucia");
	const phones = Array.from({ length: count }, (_, index) => phoneAt(index));
	await chat.evaluate((all) => {
		for (const phone of all) window.demo.receive("lucia", `Puedes llamarme al ${phone}`);
	}, phones);
	await expect.poll(() => amountOf(panel, "seen-phones"), { timeout: 90_000 }).toBe(count + 1);
	expect(await amountOf(panel, "deliveries")).toBe(count + 1);
	// Another chat is read meanwhile, and does not wait behind them.
	await stage.open("marco");
	await expect.poll(() => toldPhones(stage)).toContain(cast.marco.phone);
	await expect.poll(() => toldPhones(stage).length).toBeGreaterThan(300);
	const ofLucia = toldPhones(stage).filter((phone) => phone !== cast.marco.phone);
	expect(ofLucia).toEqual([cast.lucia.phone, ...phones].slice(0, ofLucia.length));
});
