import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { type ConsoleTab, openConsole } from "./support/console-page";
import { checkOrder } from "./support/full-settings";
import { pressTabUntilFocused } from "./support/keyboard";
import { paste } from "./support/paste";
import { stopServiceWorker } from "./support/service-worker";
import { expect, type Stage, setStage, test as staged, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

const test = staged.extend<{ tab: ConsoleTab }>({
	tab: async ({ stage }, use) => {
		const tab = await openConsole(stage.browser);
		await use(tab);
		await tab.page.close();
	},
});

const secret = "a-secret-nobody-may-see";
const wanted = {
	webhook_enabled: true,
	webhook_url: "https://hooks.example.com/chatside",
	webhook_secret: secret,
};
const configure = (more: object = {}) => ({ name: "configure_webhooks", arguments: { ...wanted, ...more } });
const stored = ({ tool }: Stage) => tool("get_webhook_config", {});
const untouched = { webhook_enabled: false, webhook_url: "", has_secret: false };

test.describe("configure_webhooks", () => {
	test("changes nothing in its first step, and what was warned about in the second", async ({
		stage,
		tab,
	}) => {
		await tab.write(configure());
		expect((await tab.answerOf()).data).toMatchObject({ applied: false, confirmation_required: true });
		expect(await stored(stage)).toMatchObject(untouched);
		await tab.write(configure({ confirm: true }));
		expect((await tab.answerOf()).data).toMatchObject({ applied: true });
		expect(await stored(stage)).toMatchObject({ webhook_url: wanted.webhook_url, has_secret: true });
	});

	test("changes nothing when it is confirmed unasked, or with other arguments", async ({ stage, tab }) => {
		const refused = { applied: false, confirmation_required: true };
		await tab.write(configure({ confirm: true, webhook_url: "https://first.example.com/" }));
		expect((await tab.answerOf()).data).toMatchObject(refused);
		await tab.write(configure());
		expect((await tab.answerOf()).data).toMatchObject(refused);
		await tab.write(configure({ confirm: true, webhook_url: "https://other.example.com/" }));
		expect((await tab.answerOf()).data).toMatchObject(refused);
		expect(await stored(stage)).toMatchObject(untouched);
	});

	test("is confirmed by a button, although the worker was ended in between", async ({ stage, tab }) => {
		await tab.write(configure());
		expect((await tab.answerOf()).data).toMatchObject({ applied: false });
		await stopServiceWorker(stage.browser);
		const confirm = tab.answer.getByRole("button", { name: "Confirm" });
		expect((await tab.answerOf(() => confirm.click())).data).toMatchObject({ applied: true });
		expect(await stored(stage)).toMatchObject({ webhook_url: wanted.webhook_url, has_secret: true });
	});

	test("is confirmed in a JSON-RPC request as well", async ({ stage, tab }) => {
		await tab.write({ jsonrpc: "2.0", id: 9, method: "tools/call", params: configure() });
		expect((await tab.answerOf()).data).toMatchObject({ id: 9, result: { isError: false } });
		const confirm = tab.answer.getByRole("button", { name: "Confirm" });
		const { data } = await tab.answerOf(() => confirm.click());
		expect(data.result.structuredContent).toMatchObject({ applied: true });
		expect(await stored(stage)).toMatchObject({ has_secret: true });
	});
});

test("takes the change a call made back, and offers that for no other call", async ({ stage, tab }) => {
	const undo = tab.answer.getByRole("button", { name: "Undo" });
	await tab.write({ name: "update_custom_functions", arguments: { add_function: checkOrder } });
	await tab.answerOf();
	expect(await stage.tool("get_custom_functions", {})).toMatchObject({ custom_functions: [{}] });
	await undo.click();
	await expect(tab.answer).toContainText("The change was taken back.");
	expect(await stage.tool("get_custom_functions", {})).toEqual({ custom_functions: [] });

	await tab.write({ name: "get_webhook_config", arguments: {} });
	await tab.answerOf();
	await expect(undo).toHaveCount(0);
});

test.describe("what cannot be run", () => {
	test("says line and column once the typing rests, and is not run", async ({ tab }) => {
		const { page } = tab;
		await tab.write('{\n  "name": "get_webhook_config",\n  "arguments": {\n}');
		await expect(page.getByText("Line 4, column 2: a closing } is missing.")).toBeVisible();
		await expect(page.getByRole("alert")).toBeHidden();
		await expect(page.locator(".cm-lint-marker-error")).toHaveCount(1);
		await tab.run.click();
		await expect(page.getByRole("alert")).toContainText("Line 4, column 2");
		await expect(tab.answer).toBeHidden();
		await tab.write('{\n  "name": "get_webhook_config"\n}');
		await expect(page.getByRole("alert")).toBeHidden();
		expect((await tab.answerOf()).state).toBe("isError: false");
	});

	test("names an unknown tool before it is run, and by JSON-RPC after", async ({ tab }) => {
		await tab.write({ name: "get_everything", arguments: {} });
		await expect(tab.page.getByText("There is no tool “get_everything”.")).toBeVisible();
		await tab.write({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "get_everything" } });
		const { state, text } = await tab.answerOf();
		expect(state).toBe("-32601");
		expect(text).toContain('There is no tool "get_everything"');
	});

	test("lists every argument that was refused and marks it where it stands", async ({ stage, tab }) => {
		await tab.write({
			name: "update_crm_endpoints",
			arguments: {
				add_crm_endpoint: {
					type: "globalSearch",
					url: "crm.example.com",
					method: "DELETE",
					auth: { type: "header", fields: { "X-Key": 7 } },
					timeout: 1,
				},
				dry_run: true,
			},
		});
		const { state, text } = await tab.answerOf();
		expect(state).toBe("-32602");
		for (const [path, line] of [
			["add_crm_endpoint.url", 6],
			["add_crm_endpoint.method", 7],
			["add_crm_endpoint.auth.fields.X-Key", 11],
			["add_crm_endpoint.timeout", 14],
			["dry_run", 16],
		])
			expect(text).toContain(`${path} line ${line} `);
		await expect(tab.editor.locator(".cm-lintRange-error")).toHaveText([
			'"crm.example.com"',
			'"DELETE"',
			"7",
			"1",
			"true",
		]);
		expect(await stage.tool("get_crm_endpoints", {})).toEqual({ crm_endpoints: [] });
		// Marks are about the text that was run.
		await tab.write({ name: "get_crm_endpoints" });
		await expect(tab.editor.locator(".cm-lintRange-error")).toHaveCount(0);
	});
});

test("a paste of 2 MB is not taken, with a sentence, and the page goes on", async ({ tab }) => {
	const before = await tab.written();
	const tookMs = await paste(tab.editor, JSON.stringify({ name: "x".repeat(2 * 1024 * 1024) }));
	await expect(tab.page.getByText("Nothing was inserted")).toBeVisible();
	await expect(tab.page.getByText("at most 1,048,576 are taken")).toBeVisible();
	expect(tookMs).toBeLessThan(2_000);
	expect(await tab.written()).toBe(before);
	expect((await tab.answerOf()).state).toBe("isError: false");
});

test("a paste of nearly 1 MB is run, and remembered by its name alone", async ({ tab }) => {
	const description = "x".repeat(1_000_000);
	const add_function = { name: "long", description, endpoint: "https://api.example.com/" };
	await tab.write("");
	await paste(tab.editor, JSON.stringify({ name: "update_custom_functions", arguments: { add_function } }));
	const { state, text } = await tab.answerOf();
	expect(state).toBe("-32602");
	expect(text).toContain("add_function.description");
	await expect(tab.history.getByText("Too long to be kept")).toBeVisible();
	await expect(tab.history.getByRole("button", { name: /update_custom_functions/ })).toBeDisabled();
});

test.describe("the history", () => {
	test("outlives the page, holds no secret, and writes a call again", async ({ stage, tab }) => {
		const { page, history } = tab;
		await tab.write(configure());
		await tab.answerOf();
		const auth = { type: "basic", fields: { username: "ana", password: secret } };
		const endpoint = { type: "globalSearch", url: "https://crm.example.com/s", method: "GET", auth };
		await tab.write({ name: "update_crm_endpoints", arguments: { add_crm_endpoint: endpoint } });
		await tab.answerOf();
		await page.reload();
		const calls = history.getByRole("listitem");
		await expect(calls).toHaveText([/update_crm_endpoints.*Done/, /configure_webhooks.*To confirm/]);
		const kept = await page.evaluate(() => chrome.storage.session.get(null));
		expect(JSON.stringify(kept)).not.toContain(secret);

		// What stands for the stored credential can be run again as it is.
		await calls.first().getByRole("button").click();
		expect(JSON.parse(await tab.written())).toMatchObject({
			arguments: { add_crm_endpoint: { auth: { fields: { username: "ana", password: "••••••" } } } },
		});
		expect((await tab.answerOf()).state).toBe("isError: false");

		await calls.last().getByRole("button").click();
		expect(JSON.parse(await tab.written())).toEqual(configure({ webhook_secret: "••••••" }));
		await tab.run.click();
		await expect(page.getByRole("alert")).toContainText("The history keeps no secrets");
		expect(await stored(stage)).toMatchObject(untouched);

		await history.getByRole("button", { name: "Clear" }).click();
		await expect(history.getByText("None yet.")).toBeVisible();
		await page.reload();
		await expect(history.getByText("None yet.")).toBeVisible();
	});
});

test("a call is completed, run and left with the keyboard alone", async ({ tab }) => {
	const { page, editor } = tab;
	await page.clock.install();
	const complete = async (typed: string) => {
		await page.keyboard.type(typed);
		await expect(page.locator(".cm-tooltip-autocomplete [aria-selected=true]")).toBeVisible();
		// The list takes no key in its first 75 ms, so that nobody chooses what they have not seen.
		await page.clock.fastForward(100);
		await page.keyboard.press("Enter");
		await expect(page.locator(".cm-tooltip-autocomplete")).toBeHidden();
	};
	await pressTabUntilFocused(page, editor);
	await page.keyboard.press("Control+a");
	await page.keyboard.press("Delete");
	await complete('{"na');
	await complete('"conf');
	await complete(', "arg');
	await complete('{"webhook_en');
	await complete("tr");
	expect(JSON.parse(await tab.written())).toEqual({
		name: "configure_webhooks",
		arguments: { webhook_enabled: true },
	});
	const { state, text } = await tab.answerOf(() => page.keyboard.press("Control+Enter"));
	expect(state).toBe("isError: true");
	expect(text).toContain("the webhook has no URL");
	await expect(editor).toBeFocused();
	await page.keyboard.press("Tab");
	await expect(tab.run).toBeFocused();
	await pressTabUntilFocused(page, page.locator("[data-example=rpcList]"));
	await page.keyboard.press("Enter");
	await expect(tab.run).toBeFocused();
	expect((await tab.answerOf(() => page.keyboard.press("Enter"))).data).toMatchObject({ id: 1 });
});

/** The Console in its states, from the emptiest on. */
async function* states(tab: ConsoleTab): AsyncGenerator<string> {
	yield "nothing run yet";
	await tab.load("webhookSet");
	await tab.answerOf();
	yield "a confirmation";
	await tab.load("endpointTest");
	await tab.answerOf();
	yield "a failure";
	await tab.load("rpcList");
	await tab.answerOf();
	yield "a long answer";
	await tab.write({ name: "update_crm_endpoints", arguments: { add_crm_endpoint: {}, unknown: 1 } });
	await tab.answerOf();
	yield "a refusal";
	await tab.write("{");
	await tab.run.click();
	yield "no JSON";
}

const overflow = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("is accessible in light and dark, and fits 320 px", async ({ tab }) => {
	test.slow();
	const { page } = tab;
	await page.setViewportSize({ width: 320, height: 720 });
	// They come with the list of tools, and would change the page while it is looked at.
	await expect(page.getByText("Makes changes").first()).toBeVisible();
	for await (const state of states(tab)) {
		expect(await overflow(page), state).toBe(0);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), `${state}, ${colorScheme}`).toEqual([]);
		}
	}
});

for (const { language, locale } of [
	{ language: "es", locale: "es" },
	{ language: "pt-BR", locale: "pt_BR" },
])
	staged(`speaks ${language}, and fits 320 px`, async () => {
		staged.slow();
		await withScene({ locale: language }, async (scene) => {
			const { browser } = await setStage(scene);
			const tab = await openConsole(browser, locale);
			await tab.page.setViewportSize({ width: 320, height: 720 });
			for await (const state of states(tab)) {
				expect(await overflow(tab.page), state).toBe(0);
				await expect(tab.page.locator("body")).not.toContainText(/__MSG_|\$\d|\[object|NaN/);
			}
			await expect(tab.page.getByText(readTexts(locale)("settings_console_notRun"))).toBeVisible();
			await expect(tab.page.getByText(readTexts("en")("settings_console_intro"))).toHaveCount(0);
		});
	});
