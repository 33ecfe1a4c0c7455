import { cast } from "../../demo/cast";
import { rules } from "../../lib/messaging/rules";
import { evaluateInContentScript } from "./support/content-script";
import { cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { settingsUrl } from "./support/options-page";
import { found, json, text } from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

// What somebody can try who runs in the content script, as if WhatsApp's page had taken over its process, and what the
// extension's own pages would still refuse if somebody's words became markup.

/** What the content script's world makes of an expression; an error by its words. */
const asContentScript = ({ chat, browser }: Stage, expression: string): Promise<unknown> =>
	evaluateInContentScript(chat, browser.extensionId, `(async () => (${expression}))().catch(String)`);

const forPages = Object.entries(rules)
	.filter(([, { from }]) => !(from as string[]).includes("content-script"))
	.map(([name]) => name);

test("a content script is refused every message that is not a report of the page", async ({ stage }) => {
	expect(Object.keys(rules).filter((name) => !forPages.includes(name))).toEqual([
		"startReading",
		"reportPage",
		"reportMessages",
		"noteClockPutBack",
	]);
	const replies = (await asContentScript(
		stage,
		`Promise.all(${JSON.stringify(forPages)}.map((message) => chrome.runtime.sendMessage({ message, data: { tabId: 1 } })))`,
	)) as { error?: string }[];
	expect(replies).toEqual(
		forPages.map((name) => ({ error: `The message "${name}" is not taken from this sender.` })),
	);
	expect(await asContentScript(stage, `chrome.runtime.sendMessage({ message: "startReading" })`)).toEqual({
		value: {},
	});
});

test("a card that a content script forges is not shown", async ({ stage }) => {
	const { open, panel } = stage;
	await connectToKnowAll(stage);
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	const shown = await panel.evaluate(async () => {
		const session = await chrome.storage.session.get(null);
		return JSON.stringify(session).match(/"card":(\{[^}]*\})/)?.[1] ?? "{}";
	});
	const { key, fetchedAt } = JSON.parse(shown);
	expect(key).toEqual(expect.any(String));
	const tabId = Number(new URL(panel.url()).searchParams.get("tab"));
	const forged = {
		answer: { found: true, customers: [{ name: "Forged", tags: [] }], problems: [] },
		fetchedAt,
	};
	await panel.evaluate(() => {
		new MutationObserver(() => {
			if (document.body.textContent?.includes("Forged")) document.body.dataset.forged = "shown";
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	});
	await asContentScript(
		stage,
		`chrome.runtime.sendMessage(${JSON.stringify({ message: "showCard", data: { tabId, key, card: forged } })})`,
	);
	await open("marco");
	await expect(cardHeading(panel, nameFor(cast.marco.phone))).toBeVisible();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	expect(await panel.locator("body").getAttribute("data-forged")).toBeNull();
});

test("a content script that floods the background is put off, and chats go on being read", async ({
	stage,
}) => {
	const { open, panel } = stage;
	await connectToKnowAll(stage);
	const flood = `(async () => {
		const facts = (sequence) => ({ sequence, chat: null, health: { state: "works", checks: [] } });
		const replies = [];
		for (let round = 0; round < 30; round++)
			replies.push(...await Promise.all(Array.from({ length: 100 }, (_, index) =>
				chrome.runtime.sendMessage({ message: "reportPage", data: facts(round * 100 + index) }))));
		return replies.filter((reply) => reply.error?.includes("comes too often")).length;
	})()`;
	expect(await asContentScript(stage, flood)).toBeGreaterThan(0);
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
});

test("a content script cannot have the offscreen document work", async ({ stage }) => {
	const { connect, crm, open, panel } = stage;
	crm.answer(customerPath, json({ who: "Lucía" }));
	await connect({ mapping: '{ "found": true, "customer": { "name": who } }' });
	await open("lucia");
	await expect(cardHeading(panel, "Lucía")).toBeVisible();
	const answer = await asContentScript(
		stage,
		`new Promise((resolve) => {
			const port = chrome.runtime.connect({ name: "mapping" });
			port.onMessage.addListener((message) => resolve(message));
			port.onDisconnect.addListener(() => resolve("closed"));
			port.postMessage({ id: 1, job: { expression: "1", input: "{}" } });
			chrome.runtime.sendMessage({ message: "startReading" }).then(() => resolve("no answer"));
		})`,
	);
	expect(["no answer", "closed"]).toContain(answer);
});

for (const page of ["options.html", "sidepanel.html?tab=1", "offscreen.html"])
	test(`nothing from elsewhere runs in ${page}, whatever markup gets into it`, async ({ stage }) => {
		const { browser, elsewhere } = stage;
		for (const path of ["/script.js", "/module.js", "/frame", "/form"])
			elsewhere.answer(
				path,
				text("document.title='owned'", { headers: { "content-type": "text/javascript" } }),
			);
		const opened = await browser.context.newPage();
		await opened.goto(settingsUrl(stage).replace("options.html", page));
		await opened.evaluate(async (from) => {
			document.addEventListener("securitypolicyviolation", ({ effectiveDirective, disposition }) => {
				if (disposition === "enforce")
					document.documentElement.setAttribute(`data-broken.${effectiveDirective}`, "");
			});
			const markup = `
				<img src="/nothing.png" onerror="document.title='owned'">
				<iframe src="${from}/frame"></iframe>
				<iframe srcdoc="<script>parent.document.title='owned'</script>"></iframe>
				<object data="${from}/frame"></object>
				<embed src="${from}/frame">
				<base href="${from}/">
				<form id="form" action="${from}/form"><input name="stolen" value="1"></form>
				<a id="script" href="javascript:document.title='owned'">x</a>`;
			document.body.insertAdjacentHTML("beforeend", markup);
			for (const attributes of [
				{ src: `${from}/script.js` },
				{ src: `${from}/module.js`, type: "module" },
				{ textContent: "document.title='owned'" },
				{ src: "data:text/javascript,document.title='owned'" },
			])
				document.body.append(Object.assign(document.createElement("script"), attributes));
			(document.querySelector("#form") as HTMLFormElement).submit();
			(document.querySelector("#script") as HTMLElement).click();
			setTimeout("document.title='owned'", 0);
			await import(/* @vite-ignore */ `${from}/module.js`).catch(() => undefined);
		}, elsewhere.url);
		const broken = () =>
			opened.evaluate(() =>
				document.documentElement
					.getAttributeNames()
					.flatMap((name) => name.match(/^data-broken\.(.*)/)?.[1] ?? [])
					.toSorted(),
			);
		await expect
			.poll(broken)
			.toEqual([
				"base-uri",
				"form-action",
				"frame-src",
				"object-src",
				"script-src",
				"script-src-attr",
				"script-src-elem",
			]);
		expect(await opened.title()).not.toContain("owned");
		expect(elsewhere.received()).toEqual([]);
		await opened.close();
	});

test("pictures of the user's shop are shown, whichever host they are on", async ({ stage }) => {
	const { connect, crm, elsewhere, open, panel } = stage;
	const picture =
		'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';
	elsewhere.answer("/lamp.svg", text(picture, { headers: { "content-type": "image/svg+xml" } }));
	const items = [{ name: "Lamp", image: `${elsewhere.url}/lamp.svg` }];
	crm.answer(customerPath, found({ name: "Lucía", orders: [{ name: "#1", items }] }));
	await connect();
	await open("lucia");
	await panel.locator("button[aria-expanded]").first().click();
	const image = panel.locator("main img");
	await expect(image).toBeVisible();
	await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(8);
	expect(elsewhere.received("/lamp.svg")[0]?.headers.referer).toBeUndefined();
});
