import { openSidePanel } from "../../demo/browser/side-panel";
import { cast } from "../../demo/cast";
import { evaluateInContentScript } from "./support/content-script";
import { card, cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { reloadExtension } from "./support/reload-extension";
import { text } from "./support/replies";
import { expect, test, withStage } from "./support/stage";

test("keeps secrets from the content script", async ({ stage }) => {
	const { browser, chat, connect } = stage;
	await connect({ auth: { type: "header", fields: { "X-Api-Key": "s3cret" } } });
	const attempt = (expression: string) =>
		evaluateInContentScript(
			chat,
			browser.extensionId,
			`(${expression}).then((value) => JSON.stringify(value), (error) => "refused: " + error.message)`,
		);
	for (const area of ["local", "session"])
		expect(await attempt(`chrome.storage.${area}.get(null)`)).toMatch(
			/^refused: Access to storage is not allowed/,
		);
	// Tools and what only the panel may ask for are closed to it as well.
	for (const message of ["callTool", "getConversation", "getCard", "linkPhone", "setSelectorOverrides"]) {
		const call = JSON.stringify({
			message,
			data: { name: "get_crm_endpoints", tabId: 1, key: "", phone: null },
		});
		const reply = await attempt(`chrome.runtime.sendMessage(${call})`);
		expect(reply, message).toContain("error");
		expect(reply, message).not.toContain("crm_endpoints");
	}
});

test("is enabled beside WhatsApp only", async ({ stage }) => {
	const { browser, panel, elsewhere } = stage;
	elsewhere.answer("/", text("Another site"));
	const other = await browser.context.newPage();
	await other.goto(`${elsewhere.url}/`);
	const enabled = await panel.evaluate(async () => {
		const tabs = await chrome.tabs.query({});
		const options = await Promise.all(
			tabs.map(async ({ id, url }) => ({
				url: url ?? "",
				...(await chrome.sidePanel.getOptions({ tabId: id })),
			})),
		);
		return options.map(({ url, enabled }) => ({
			isWhatsapp: url.startsWith("https://web.whatsapp.com/"),
			enabled,
		}));
	});
	await other.close();
	expect(enabled).toContainEqual({ isWhatsapp: true, enabled: true });
	expect(enabled).toContainEqual({ isWhatsapp: false, enabled: false });
	expect(enabled).not.toContainEqual({ isWhatsapp: false, enabled: true });
});

test("leaves the page as it is", async ({ stage }) => {
	const { chat, open, panel } = stage;
	await connectToKnowAll(stage);
	await open("lucia");
	await expect(card(panel)).toBeVisible();
	const traces = await chat.evaluate(() => ({
		names: Object.getOwnPropertyNames(window).filter((name) => /chatside|wxt|webext/i.test(name)),
		attributes: [...document.querySelectorAll("*")]
			.flatMap((element) => element.getAttributeNames())
			.filter((name) => /chatside|wxt/i.test(name)),
		sheets: document.adoptedStyleSheets.length,
		foreign: document.documentElement.outerHTML.match(/chrome-extension:|chatside/gi) ?? [],
		roots: [...document.documentElement.children].map(({ tagName }) => tagName),
		body: [...document.body.children].map(({ tagName, id, className }) => `${tagName}#${id} ${className}`),
	}));
	expect(traces).toMatchObject({
		names: [],
		attributes: [],
		sheets: 0,
		foreign: [],
		roots: ["HEAD", "BODY"],
	});
	expect(traces.body).toHaveLength(2);
});

test("works in a tab that was open before the extension was reloaded", async () => {
	await withStage({}, async (stage) => {
		const { browser, chat, panel, open, crm } = stage;
		await connectToKnowAll(stage);
		await open("lucia");
		await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();

		await reloadExtension(browser, panel);
		const reopened = await openSidePanel(browser, chat);
		await expect(cardHeading(reopened, nameFor(cast.lucia.phone))).toBeVisible();
		await open("marco");
		await expect(cardHeading(reopened, nameFor(cast.marco.phone))).toBeVisible();
		// The old content script is silent: one question a chat.
		expect(crm.received().map(({ phone }) => phone)).toEqual([cast.lucia.phone, cast.marco.phone]);
	});
});
