import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { cast } from "../../demo/cast";
import { rules } from "../../lib/messaging/rules";
import { cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { send, settingsUrl } from "./support/options-page";
import { withOtherExtension } from "./support/other-extension";
import { found, html, text } from "./support/replies";
import { customerPath, expect, extensionDir, type Stage, setStage, test } from "./support/stage";

// What a page of the web, WhatsApp's own with somebody else's script in it, and another extension can try.

const files = readdirSync(extensionDir, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => `${entry.parentPath.slice(extensionDir.length)}/${entry.name}`);

async function openElsewhere({ browser, elsewhere }: Stage): Promise<Page> {
	elsewhere.answer("/", html());
	const page = await browser.context.newPage();
	await page.goto(`${elsewhere.url}/`);
	return page;
}

test("a page of the web can load no file of the extension", async ({ stage }) => {
	expect(files.length).toBeGreaterThan(50);
	const page = await openElsewhere(stage);
	const loaded = await page.evaluate(
		async ({ origin, paths }) => {
			const tries = paths.flatMap((path) => [
				fetch(origin + path).then(() => `fetch ${path}`),
				fetch(origin + path, { mode: "no-cors" }).then(() => `fetch without CORS ${path}`),
				...["img", "script", "link"].map(
					(tag) =>
						new Promise<string>((resolve, reject) => {
							const element = Object.assign(document.createElement(tag), {
								rel: "stylesheet",
								onload: () => resolve(`${tag} ${path}`),
								onerror: reject,
							});
							element.setAttribute(tag === "link" ? "href" : "src", origin + path);
							document.body.append(element);
						}),
				),
			]);
			const results = await Promise.allSettled(tries);
			return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
		},
		{ origin: `chrome-extension://${stage.browser.extensionId}`, paths: files },
	);
	await page.close();
	expect(loaded).toEqual([]);
});

test("a page of the web can frame no page of the extension, nor open one", async ({ stage }) => {
	const { browser } = stage;
	const page = await openElsewhere(stage);
	for (const name of ["options.html", "sidepanel.html?tab=1", "offscreen.html"]) {
		const url = settingsUrl(stage).replace("options.html", name);
		await page.evaluate(async (source) => {
			const frame = document.createElement("iframe");
			const shown = new Promise((resolve) => frame.addEventListener("load", resolve));
			frame.src = source;
			document.body.append(frame);
			await shown;
		}, url);
		const framed = page.frames().map((frame) => frame.url());
		expect(framed.filter((one) => one.startsWith("chrome-extension:"))).toEqual([]);

		const opening = browser.context.waitForEvent("page");
		await page.evaluate((target) => void window.open(target), url);
		const opened = await opening;
		await opened.waitForLoadState();
		expect(opened.url()).not.toContain(browser.extensionId);
		await opened.close();
		await page.evaluate((target) => {
			location.href = target;
		}, url);
		await expect.poll(() => page.url()).toMatch(/^chrome-error:/);
		await page.goto(`${stage.elsewhere.url}/`);
	}
	await page.close();
});

test("nothing that WhatsApp's page says is taken for a message", async ({ stage }) => {
	const { chat, crm, elsewhere, panel } = stage;
	await connectToKnowAll(stage);
	const settings = () => send(panel, "exportSettings", { secrets: true });
	const withoutTime = async () => ({ ...((await settings()) as { value: object }).value, exported_at: "" });
	const before = await withoutTime();
	const kinds = await send(panel, "getStoredData");
	await chat.evaluate(
		async ({ names, url }) => {
			const data = {
				name: "configure_webhooks",
				arguments: { webhook_enabled: true, webhook_url: url },
				tabId: 1,
				kind: "everything",
				title: ["body"],
			};
			for (const message of names) {
				const envelope = { message, data };
				window.postMessage(envelope, "*");
				window.postMessage(JSON.stringify(envelope), "*");
				for (const target of [window, document])
					for (const type of [message, `chatside:${message}`])
						target.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(envelope) }));
				new BroadcastChannel("chatside").postMessage(envelope);
			}
			await new Promise((resolve) => requestAnimationFrame(resolve));
		},
		{ names: Object.keys(rules), url: `${elsewhere.url}/stolen` },
	);
	expect(await chat.evaluate(() => typeof chrome.runtime?.connect)).toBe("undefined");
	await stage.open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	expect(await withoutTime()).toEqual(before);
	expect((await send(panel, "getStoredData")) as unknown[]).toHaveLength((kinds as unknown[]).length);
	expect(crm.received().map(({ phone }) => phone)).toEqual([cast.lucia.phone]);
	expect(elsewhere.received()).toEqual([]);
});

for (const { what, detail } of [
	{
		what: "names another number",
		detail: { status: "chat", chatId: "34600000009@c.us", names: ["Somebody else"] },
	},
	{ what: "is an endless name", detail: { status: "chat", chatId: `${"9".repeat(1e6)}@c.us`, names: ["x"] } },
	{ what: "is a list ten thousand deep", detail: "[".repeat(10_000) },
	{
		what: "would change prototypes",
		detail: `{"__proto__":{"status":"chat","chatId":"34600000009@c.us","names":["Lucía Fernández"]}}`,
	},
])
	test(`an answer the page forges is not believed: one that ${what}`, async ({ stage }) => {
		const { chat, crm, open, panel } = stage;
		await connectToKnowAll(stage);
		await chat.evaluate(
			(forged) =>
				window.addEventListener(
					"chatside:peek-request",
					(event) => {
						event.stopImmediatePropagation();
						document.dispatchEvent(new CustomEvent("chatside:peek-answer", { detail: forged }));
					},
					true,
				),
			typeof detail === "string" ? detail : JSON.stringify(detail),
		);
		await open("lucia");
		// Known all the same, by the page's address book.
		await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
		expect(crm.received().map(({ phone }) => phone)).toEqual([cast.lucia.phone]);
	});

test("a link of the CRM's opens a page that knows neither who opened it nor from where", async ({
	stage,
}) => {
	const { browser, connect, crm, elsewhere, open, panel } = stage;
	const url = `${elsewhere.url}/there`;
	elsewhere.answer("/there", text("There", { headers: { "content-type": "text/html" } }));
	crm.answer(
		customerPath,
		found({
			name: "Lucía",
			shopUrl: url,
			orders: [
				{
					name: "#1",
					url,
					items: [{ name: "Lamp", url }],
					tracking: [{ number: "1Z", url, status: "On its way" }],
				},
			],
			abandonedCarts: [{ url, items: [{ name: "Rug", url }] }],
			portal: url,
		}),
	);
	await connect();
	await open("lucia");
	await panel.locator("button[aria-expanded]").first().click();
	const links = panel.locator("main a[href^=http]");
	await expect(links.filter({ hasText: "Lamp" })).toBeVisible();
	expect(await links.count()).toBeGreaterThanOrEqual(5);
	for (const link of await links.all()) {
		await expect(link).toHaveAttribute("rel", "noopener noreferrer");
		await expect(link).toHaveAttribute("target", "_blank");
		const opening = browser.context.waitForEvent("page");
		await link.click();
		const opened = await opening;
		await opened.waitForLoadState();
		expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
		await opened.close();
	}
	for (const { headers } of elsewhere.received("/there")) {
		expect(headers.referer).toBeUndefined();
		expect(headers.origin).toBeUndefined();
	}
});

test("another extension is not listened to, and gets no file", async () => {
	await withOtherExtension(async (scene, other) => {
		const stage = await setStage(scene);
		await connectToKnowAll(stage);
		await stage.open("lucia");
		await expect(cardHeading(stage.panel, nameFor(cast.lucia.phone))).toBeVisible();
		const got = await other.evaluate(
			async ({ id, names }) => {
				const answers: unknown[] = [];
				for (const message of names) {
					const envelope = { message, data: { name: "get_crm_endpoints", key: "", tabId: 1 } };
					await chrome.runtime.sendMessage(id, envelope).then(
						(answer) => answers.push(answer),
						(error: Error) =>
							error.message.includes("Receiving end does not exist") || answers.push(error.message),
					);
				}
				for (const name of ["mapping", "native", ""]) {
					const port = chrome.runtime.connect(id, { name });
					port.onMessage.addListener((message) => answers.push(message));
					port.postMessage({ id: 1, job: { expression: "1", input: "{}" } });
					await new Promise<void>((resolve) => port.onDisconnect.addListener(() => resolve()));
				}
				for (const path of ["/manifest.json", "/options.html", "/background.js"])
					await fetch(`chrome-extension://${id}${path}`).then(
						() => answers.push(path),
						() => undefined,
					);
				// From a content script of its own it sees the page, as every extension with that permission does, and no more.
				const [tab] = await chrome.tabs.query({ url: "https://web.whatsapp.com/*" });
				const [run] = await chrome.scripting.executeScript({
					target: { tabId: tab?.id ?? 0 },
					args: [id],
					func: (target: string) =>
						chrome.runtime.sendMessage(target, { message: "reportPage", data: {} }).then(
							() => "taken",
							() => "refused",
						),
				});
				return { answers, fromPage: run?.result };
			},
			{ id: stage.browser.extensionId, names: [...Object.keys(rules), "showCard", "readConversation"] },
		);
		expect(got).toEqual({ answers: [], fromPage: "refused" });
	});
});
