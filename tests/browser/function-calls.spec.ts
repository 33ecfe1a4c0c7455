import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { narrow, overflowing, untranslated } from "./support/layout";
import { send, withSettings } from "./support/options-page";
import { html, json, redirect, silence, text } from "./support/replies";
import { stopServiceWorker } from "./support/service-worker";
import { expect, type Stage, setStage, test, withScene } from "./support/stage";

const secret = "s3cret-key";

const checkOrder = (url: string, more: object = {}) => ({
	name: "check_order",
	description: "Where an order is",
	endpoint: `${url}/orders/{order_id}`,
	parameters: {
		type: "object",
		properties: {
			order_id: { type: "string", description: "The number on the invoice" },
			lines: { type: "boolean" },
		},
		required: ["order_id"],
	},
	auth: { type: "header", fields: { "X-Key": secret } },
	...more,
});

const changeOrder = (url: string) =>
	checkOrder(url, {
		name: "change_order",
		description: "Changes an order",
		method: "POST",
		fixed: { phone: { from: "conversation.phone" }, shop: "a" },
		parameters: {
			type: "object",
			properties: {
				order_id: { type: "string" },
				count: { type: "integer" },
				size: { enum: ["S", "M"] },
				tags: { type: "array", items: { type: "string" } },
				address: {
					type: "object",
					properties: { street: { type: "string" }, floor: { type: "integer" } },
					required: ["street"],
				},
				extra: { anyOf: [{ type: "string" }, { type: "number" }] },
			},
			required: ["order_id", "address"],
		},
	});

const add = ({ tool }: Stage, ...definitions: object[]) =>
	tool("update_custom_functions", { add_function: definitions });

const tryPage = (name: string) => `#/functions/:try:${name}`;
const sendButton = (page: Page, method = "GET") =>
	page.getByRole("button", { name: `Send the ${method} request` });
const request = (page: Page) => page.getByRole("region", { name: "What will be sent" });
const answer = (page: Page) => page.getByRole("region", { name: "Answer" }).first();
const rows = (page: Page) => page.getByRole("list", { name: "Calls" }).locator("li[data-index]");

test("tries a function: the exact request before it is sent, and the answer after", async ({ stage }) => {
	const { crm } = stage;
	crm.answer("/orders/A%2F1", json({ state: "sent", carrier: "DHL" }));
	await add(stage, checkOrder(crm.url));
	await withSettings(stage, "#/functions", async (page) => {
		await page.getByRole("link", { name: "Try it: check_order" }).click();
		await expect(request(page)).toContainText("The request is shown here once its arguments are complete.");
		await sendButton(page).click();
		await expect(request(page)).toContainText("order_id: is needed, and missing or empty");
		expect(crm.received()).toEqual([]);

		await page.getByLabel("order_id", { exact: true }).fill("A/1");
		await page.getByLabel("lines (optional)").selectOption("Yes");
		await expect(request(page)).toContainText(`GET ${crm.url}/orders/A%2F1?lines=true`);
		await expect(request(page)).toContainText("X-Key: ••••••");
		expect(crm.received()).toEqual([]);
		await sendButton(page).click();
		await expect(answer(page)).toContainText("HTTP 200");
		await expect(answer(page)).toContainText('"carrier": "DHL"');
		expect(await page.locator("body").textContent()).not.toContain(secret);
	});
	const [received] = crm.received();
	expect(received?.path).toBe("/orders/A%2F1");
	expect(received?.query.get("lines")).toBe("true");
	expect(received?.headers["x-key"]).toBe(secret);
});

test("draws what a schema says, and takes JSON for what it cannot draw", async ({ stage }) => {
	const { crm } = stage;
	crm.answer("/orders/7", json({ ok: true }));
	await add(stage, changeOrder(crm.url));
	await withSettings(stage, tryPage("change_order"), async (page) => {
		await page.getByLabel("order_id", { exact: true }).fill("7");
		await page.getByLabel("count (optional)").fill("2");
		await page.getByLabel("size (optional)").selectOption("M");
		await page.getByRole("button", { name: "Add to tags (optional)" }).click();
		await page.getByRole("button", { name: "Add to tags (optional)" }).click();
		await page.getByRole("group", { name: "tags (optional)" }).getByLabel("1", { exact: true }).fill("gift");
		await page.getByRole("button", { name: "Remove from tags (optional): 2" }).click();
		await page.getByLabel("street", { exact: true }).fill("Gran Vía 1");
		await page.getByLabel("extra (optional), as JSON").fill("{");
		await page.getByLabel("The conversation's phone").fill("+34 600 000 009");
		await sendButton(page, "POST").click();
		await expect(page.getByLabel("extra (optional), as JSON")).toBeFocused();
		expect(crm.received()).toEqual([]);
		await page.getByLabel("extra (optional), as JSON").fill("12.5");
		await sendButton(page, "POST").click();
		await expect(answer(page)).toContainText("HTTP 200");
	});
	expect(JSON.parse(crm.received()[0]?.body ?? "")).toEqual({
		count: 2,
		size: "M",
		tags: ["gift"],
		address: { street: "Gran Vía 1" },
		extra: 12.5,
		phone: "+34600000009",
		shop: "a",
	});
});

test("tries a function that is still being written, in its editor", async ({ stage }) => {
	const { crm } = stage;
	crm.answer("/orders/7", text("Not yet paid"));
	await add(stage, checkOrder(crm.url));
	await withSettings(stage, "#/functions/check_order", async (page) => {
		await page.getByLabel("Method", { exact: true }).selectOption("DELETE");
		await page.getByLabel("order_id", { exact: true }).fill("7");
		await sendButton(page, "DELETE").click();
		await expect(answer(page)).toContainText("Not yet paid");
		await page.getByLabel("Name", { exact: true }).fill("no good name");
		await expect(page.getByText("It can be tried as soon as nothing is wrong with it.")).toBeVisible();
		await page.getByLabel("Name", { exact: true }).fill("check_order");
	});
	expect(crm.received().map(({ method, headers }) => [method, headers["x-key"]])).toEqual([
		["DELETE", secret],
	]);
});

test("says what went wrong, and shows HTML as the text it is", async ({ stage }) => {
	const { crm } = stage;
	crm.answer("/orders/html", html(500));
	crm.answer("/orders/moved", redirect(`${crm.url}/orders/html`));
	crm.answer("/orders/large", text("x".repeat(10_000_000)));
	await add(stage, checkOrder(crm.url));
	await withSettings(stage, tryPage("check_order"), async (page) => {
		const order = page.getByLabel("order_id", { exact: true });
		await order.fill("html");
		await sendButton(page).click();
		await expect(answer(page)).toContainText("HTTP 500");
		await expect(answer(page)).toContainText("<h1>Please sign in</h1>");
		await order.fill("moved");
		await sendButton(page).click();
		await expect(page.getByRole("alert")).toContainText("The server answered with a redirect.");
		await order.fill("large");
		await sendButton(page).click();
		await expect(answer(page)).toContainText("Cut: there was more");
		await order.fill("..");
		await sendButton(page).click();
		await expect(request(page)).toContainText("order_id: would lead to another place of the address");
	});
	expect(crm.received().map(({ path }) => path)).toEqual(["/orders/html", "/orders/moved", "/orders/large"]);
});

test("asks for a host that is not allowed yet before anything is sent", async ({ stage }) => {
	const { elsewhere } = stage;
	await add(stage, checkOrder(elsewhere.url));
	await withSettings(stage, tryPage("check_order"), async (page) => {
		await expect(page.getByRole("button", { name: "Grant access" })).toBeVisible();
		await expect(sendButton(page)).toBeDisabled();
	});
	expect(elsewhere.received()).toEqual([]);
});

test("keeps every call, and runs one again only when the button is pressed", async ({ stage }) => {
	const { crm } = stage;
	crm.answer("/orders/7", json({ ok: true }));
	await add(stage, changeOrder(crm.url));
	await withSettings(stage, "#/functions/:calls", async (page) => {
		await expect(page.getByRole("heading", { name: "Nothing was called yet" })).toBeVisible();
		const definition = await page.evaluate(async () => {
			const { settings } = await chrome.storage.local.get("settings");
			return (settings as { custom_functions: unknown[] }).custom_functions[0];
		});
		const call = {
			definition,
			arguments: '{"order_id":"7","address":{"street":"x"}}',
			phone: "+34600000009",
		};
		await send(page, "tryFunction", call);
		await send(page, "requestFunctionCall", {
			tabId: 1,
			conversation: "none",
			name: "delete_customer",
			arguments: "{}",
			tainted: true,
		});
		await expect(rows(page)).toHaveCount(2);
		await expect(rows(page).first()).toContainText("delete_customer");
		await expect(rows(page).first()).toContainText("Not sent");
		await page.getByLabel("Result", { exact: true }).selectOption("Succeeded");
		await expect(rows(page)).toHaveCount(1);
		await rows(page).getByRole("link").click();
		const dialog = page.getByRole("dialog");
		await expect(dialog).toContainText(`POST ${crm.url}/orders/7`);
		await expect(dialog).toContainText("you sent it yourself");
		await expect(dialog).toContainText('"street": "x"');
		expect(await dialog.textContent()).not.toContain(secret);
		await dialog.getByRole("link", { name: "Run again…" }).click();
		await expect(page.getByLabel("street", { exact: true })).toHaveValue("x");
		await expect(page.getByLabel("The conversation's phone")).toHaveValue("+34600000009");
		await expect(request(page)).toContainText(`POST ${crm.url}/orders/7`);
		expect(crm.received()).toHaveLength(1);
		await sendButton(page, "POST").click();
		await expect(answer(page)).toContainText("HTTP 200");
		expect(crm.received()).toHaveLength(2);
		await page.goto(page.url().replace(/#.*/, "#/functions/:calls"));
		await page.getByRole("button", { name: "Delete all" }).click();
		await page.getByRole("button", { name: "Delete", exact: true }).click();
		await expect(page.getByRole("heading", { name: "Nothing was called yet" })).toBeVisible();
	});
});

test("a call that waits is made once, after the worker has ended in between as well, and by no page of the web", async ({
	stage,
}) => {
	const { browser, crm, chat, panel } = stage;
	crm.answer("/orders/7", json({ ok: true }));
	await add(stage, { ...changeOrder(crm.url), fixed: { shop: "a" } });
	const call = {
		tabId: 999_999,
		conversation: "none",
		name: "change_order",
		arguments: '{"order_id":"7","address":{"street":"x"}}',
		tainted: true,
	};
	const state = (await send(panel, "requestFunctionCall", call)) as {
		state: string;
		request: { approval: string };
	};
	expect(state).toMatchObject({ state: "waiting", request: { because: "writes", method: "POST" } });
	expect(crm.received()).toEqual([]);
	// WhatsApp's page knows of no such message, whatever is said in it.
	expect(await chat.evaluate(() => typeof chrome.runtime?.sendMessage)).toBe("undefined");
	await stopServiceWorker(browser);
	const { approval } = state.request;
	const outcomes = await Promise.all([1, 2].map(() => send(panel, "approveFunctionCall", { approval })));
	expect(outcomes.filter((outcome) => (outcome as { ok: boolean }).ok)).toHaveLength(1);
	expect(crm.received()).toHaveLength(1);
});

test("tells in the log who let a call go, and that one that only reads needed nobody", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer("/orders/7", json({ ok: true }));
	await add(stage, checkOrder(crm.url), { ...changeOrder(crm.url), fixed: { shop: "a" } });
	const call = { tabId: 999_999, conversation: "none", tainted: true };
	const write = { ...call, name: "change_order", arguments: '{"order_id":"7","address":{"street":"x"}}' };
	for (const because of ["stopped", "refused"]) {
		const { request } = (await send(panel, "requestFunctionCall", write)) as {
			request: { approval: string };
		};
		await send(panel, "refuseFunctionCall", { approval: request.approval, because });
	}
	await send(panel, "requestFunctionCall", { ...call, name: "check_order", arguments: '{"order_id":"7"}' });
	await withSettings(stage, "#/functions/:calls", async (page) => {
		await expect(rows(page)).toHaveCount(3);
		await expect(rows(page).nth(0)).toContainText("reads only: runs without asking");
		await expect(rows(page).nth(1)).toContainText("you said no");
		await expect(rows(page).nth(2)).toContainText("Not sent");
		await expect(rows(page).nth(2)).toContainText("stopped");
		await expect(rows(page).nth(2)).not.toContainText("you said no");
		await rows(page).nth(2).getByRole("link").click();
		await expect(page.getByRole("dialog")).toContainText("while it waited for you. Nothing was sent.");
	});
});

test("is accessible in light and dark, fits 320 px, and has every text", async ({ stage }) => {
	const { crm } = stage;
	crm.answer("/orders/7", json({ ok: true, items: [{ name: "A very long name of an article ".repeat(5) }] }));
	crm.answer("/orders/8", silence);
	await add(stage, changeOrder(crm.url), checkOrder(crm.url));
	await withSettings(stage, tryPage("change_order"), async (page) => {
		await page.setViewportSize(narrow);
		await sendButton(page, "POST").click();
		await page.getByRole("button", { name: "Add to tags (optional)" }).click();
		const look = async (what: string) => {
			expect(await overflowing(page), what).toEqual([]);
			expect(await untranslated(page), what).toEqual([]);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
				expect(await accessibilityProblems(page), `${what}, ${colorScheme}`).toEqual([]);
			}
		};
		await look("problems");
		await page.goto(page.url().replace(/#.*/, tryPage("check_order")));
		await page.getByLabel("order_id", { exact: true }).fill("7");
		await sendButton(page).click();
		await expect(answer(page)).toBeVisible();
		await look("answer");
		await page.goto(page.url().replace(/#.*/, "#/functions/:calls"));
		await expect(rows(page)).toHaveCount(1);
		await look("calls");
		await rows(page).getByRole("link").click();
		await expect(page.getByRole("dialog")).toBeVisible();
		await look("call");
	});
});

for (const language of ["es", "pt-BR"])
	test(`speaks ${language}, and fits 320 px`, async () => {
		await withScene({ locale: language }, async (scene) => {
			const stage = await setStage(scene);
			await add(stage, changeOrder(stage.crm.url));
			await withSettings(stage, tryPage("change_order"), async (page) => {
				await page.setViewportSize(narrow);
				await page.locator("button[type=submit]").click();
				expect(await overflowing(page)).toEqual([]);
				expect(await untranslated(page)).toEqual([]);
			});
		});
	});
