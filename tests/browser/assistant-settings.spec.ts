import type { Page } from "@playwright/test";
import { approveHost } from "../../demo/browser/host-permission";
import { accessibilityProblems } from "./support/accessibility";
import { narrow, overflowing, untranslated } from "./support/layout";
import { askedOf, called, completionsPath, modelsPath, refused, said } from "./support/model-replies";
import { send, stored, withSettings } from "./support/options-page";
import { html, json, type Reply, redirect, silence } from "./support/replies";
import type { Received } from "./support/scripted-crm";
import { expect, type Stage, setStage, test, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

const place = "#/assistant";
const key = "sk-browser-secret-1";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const saveButton = (page: Page) => button(page, "Save");
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const facts = (page: Page) => page.getByTestId("model-test");

type Assistant = Record<string, unknown>;
const assistantOf = async (page: Page) =>
	((await stored(page, "settings")) as { assistant: Assistant }).assistant;

/** Answers the first question with a sentence and the second with the call it asks for. */
const goodModel = (request: Received): Reply =>
	askedOf(request).tools ? called("repeat_word", { word: "ready" }) : said("Hello", " there", "!");

/** Fills in the form for the scripted server. */
async function fillServer(page: Page, url: string, model = "small"): Promise<void> {
	await page.getByRole("radio", { name: /A model server/ }).check();
	await field(page, "Base URL").fill(`${url}/v1`);
	await field(page, "Key").fill(key);
	await field(page, "Name of the model").fill(model);
}

async function save(page: Page): Promise<void> {
	await saveButton(page).click();
	await expect(page.getByText("The assistant was changed.")).toBeVisible();
	await expect(saveButton(page)).toHaveCount(0);
}

test("tries a model out before anything is saved, and says what it can do", async ({ stage }) => {
	const { crm } = stage;
	crm.answer(modelsPath, json({ data: [{ id: "small" }, { id: "large" }] }));
	crm.answer(completionsPath, goodModel);
	await withSettings(stage, place, async (page) => {
		await fillServer(page, crm.url, "");
		await button(page, "Fetch models").click();
		await expect(page.getByText("2 models found.")).toBeVisible();
		expect(
			await page.locator("datalist option").evaluateAll((all) => all.map((one) => one.getAttribute("value"))),
		).toEqual(["large", "small"]);
		await button(page, "Test").click();
		await expect(field(page, "Name of the model")).toHaveAttribute("aria-invalid", "true");
		await field(page, "Name of the model").fill("small");
		await button(page, "Test").click();
		await expect(facts(page)).toContainText("Hello there!");
		await expect(facts(page)).toContainText("piece by piece");
		await expect(facts(page)).toContainText("70 in, 13 out");
		await expect(facts(page).locator("dd").last()).toHaveText("Yes");
		expect(crm.received(completionsPath).map((one) => one.headers.authorization)).toEqual([
			`Bearer ${key}`,
			`Bearer ${key}`,
		]);
		expect(await stored(page, "settings")).toBeUndefined();
		// What was found out is of the model that was asked, and no other.
		await field(page, "Name of the model").fill("large");
		await expect(facts(page)).toHaveCount(0);
	});
});

test("keeps the key in this browser, shows it masked, and never sends it to another server", async ({
	stage,
}) => {
	const { crm, elsewhere, browser } = stage;
	crm.answer(completionsPath, goodModel);
	await withSettings(stage, place, async (page) => {
		await fillServer(page, crm.url);
		await page.getByText("More headers").click();
		await button(page, "Add a header").click();
		await page.getByLabel("Name 1").fill("X-Project");
		await page.getByLabel("Value X-Project").fill("project-secret-1");
		await save(page);
		expect(await assistantOf(page)).toMatchObject({
			provider: "openai-compatible",
			base_url: `${crm.url}/v1`,
			api_key: key,
			model: "small",
			headers: { "X-Project": "project-secret-1" },
		});
		await expect(field(page, "Key")).toHaveValue("••••••");
		expect(JSON.stringify(await send(page, "getAssistant"))).not.toContain("secret");

		// The stored key serves the form, and stays when something else is saved.
		await button(page, "Test").click();
		await expect(facts(page)).toContainText("Hello there!");
		expect(crm.received(completionsPath)[0]?.headers).toMatchObject({
			authorization: `Bearer ${key}`,
			"x-project": "project-secret-1",
		});
		await field(page, "Name of the model").fill("large");
		await save(page);
		expect(await assistantOf(page)).toMatchObject({ api_key: key, model: "large" });

		await approveHost(browser.context, browser.extensionId, `${elsewhere.url}/*`);
		await field(page, "Base URL").fill(`${elsewhere.url}/v1`);
		await saveButton(page).click();
		await expect(page.getByText("Type the key again: the stored one is for another server.")).toBeVisible();
		await expect(
			page.getByText("Type the values again: the stored ones are for another server."),
		).toBeVisible();
		await button(page, "Test").click();
		expect(elsewhere.received()).toEqual([]);
		const patch = { base_url: `${elsewhere.url}/v1` };
		expect(await send(page, "setAssistant", patch)).toEqual({
			ok: false,
			failure: { reason: "secrets-missing", fields: ["api_key", "X-Project"] },
		});
		expect(await assistantOf(page)).toMatchObject({ base_url: `${crm.url}/v1`, api_key: key });
		await button(page, "Discard").click();
	});
});

test("fills in a known server, and says what has to be done there", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await page.getByRole("radio", { name: /A model server/ }).check();
		const preset = field(page, "Kind of server");
		await preset.selectOption("Ollama");
		await expect(field(page, "Base URL")).toHaveValue("http://localhost:11434/v1");
		await expect(part(page, "Model")).toContainText(
			`OLLAMA_ORIGINS=chrome-extension://${stage.browser.extensionId}`,
		);
		await field(page, "Key").fill(key);
		await preset.selectOption("OpenRouter");
		await expect(field(page, "Base URL")).toHaveValue("https://openrouter.ai/api/v1");
		await expect(part(page, "Model")).toContainText("OpenRouter needs a key.");
		// A key typed for one server is none of another.
		await expect(field(page, "Key")).toHaveValue("");
		await button(page, "Discard").click();
		await expect(page.getByRole("radio", { name: /No model/ })).toBeChecked();
	});
});

const failures: [name: string, reply: Reply, title: RegExp, words: string][] = [
	["a wrong key", refused(401, `Incorrect key: ${key}`), /key/i, "Incorrect key: ••••••"],
	[
		"another origin than the server takes",
		refused(403, ""),
		/./,
		"OLLAMA_ORIGINS has to name chrome-extension://",
	],
	["an unknown model", refused(404, "No model small"), /./, "No model small"],
	["too many requests", refused(429, "Slow down"), /./, "Slow down"],
	["a page of HTML", html(), /./, "Please sign in"],
	["a redirect", redirect("http://127.0.0.1:1/"), /./, ""],
	["an error in the answer", json({ error: { message: "Overloaded" } }), /./, "Overloaded"],
];
for (const [name, reply, title, words] of failures)
	test(`says why a test failed, in words and in the server's own: ${name}`, async ({ stage }) => {
		stage.crm.answer(completionsPath, reply);
		await withSettings(stage, place, async (page) => {
			// The browser itself logs answers that are no success.
			await fillServer(page, stage.crm.url);
			await button(page, "Test").click();
			const notice = part(page, "Model").getByRole("alert");
			await expect(notice).toContainText(words);
			await expect(notice.locator("p").first()).toHaveText(title);
			await expect(page.getByText(key)).toHaveCount(0);
			await expect(facts(page)).toHaveCount(0);
			await button(page, "Discard").click();
		});
	});

test("offers /v1 where the address has none, and shows what came of a test above the save bar", async ({
	stage,
}) => {
	const { crm } = stage;
	crm.answer("/models", refused(404, "page not found"));
	crm.answer("/chat/completions", refused(404, "page not found"));
	await withSettings(stage, place, async (page) => {
		await page.setViewportSize({ width: 900, height: 520 });
		await fillServer(page, crm.url);
		await field(page, "Base URL").fill(crm.url);
		const hint = page.getByText(`Most servers want /v1 at the end. Try ${crm.url}/v1`);
		await button(page, "Fetch models").click();
		await expect(hint).toHaveCount(1);
		await button(page, "Test").click();
		await expect(hint).toHaveCount(2);
		const notice = page.locator("#test").getByRole("alert");
		const bar = page.locator("[data-save-bar]").first();
		await expect(async () => {
			const [shown, covering] = await Promise.all([notice.boundingBox(), bar.boundingBox()]);
			expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThanOrEqual(covering?.y ?? 0);
		}).toPass();
		await button(page, "Discard").click();
	});
});

test("a model that calls nothing, or something else, is told from one that can", async ({ stage }) => {
	let answer: Reply = said("I would call it.");
	stage.crm.answer(completionsPath, (request) => (askedOf(request).tools ? answer : said("Hi")));
	await withSettings(stage, place, async (page) => {
		await fillServer(page, stage.crm.url);
		const run = async () => {
			await button(page, "Test").click();
			await expect(button(page, "Test")).toBeEnabled();
		};
		await run();
		await expect(facts(page)).toContainText("It did not call the function.");
		await expect(facts(page)).toContainText("I would call it.");
		answer = called("delete_everything", {});
		await run();
		await expect(facts(page)).toContainText("It called something else");
		answer = refused(400, "small does not support tools");
		await run();
		await expect(facts(page).locator("dd").last()).not.toContainText("Yes");
		await page.getByLabel("The model can call functions").uncheck();
		await run();
		await expect(facts(page)).toContainText("not asked");
		await expect(facts(page)).toContainText("all at once");
		await button(page, "Discard").click();
	});
});

test("a test can be stopped, and hangs up", async ({ stage }) => {
	const { crm } = stage;
	crm.answer(completionsPath, silence);
	await withSettings(stage, place, async (page) => {
		await fillServer(page, crm.url);
		await button(page, "Test").click();
		await expect.poll(() => crm.received(completionsPath).length).toBe(1);
		await button(page, "Stop").click();
		await expect(button(page, "Test")).toBeEnabled();
		await expect.poll(() => crm.received(completionsPath)[0]?.outcome).toBe("aborted");
		await expect(page.getByRole("alert")).toHaveCount(0);
		await button(page, "Discard").click();
	});
});

test("asks nothing of a host it was not given, and can be given it in place", async ({ stage }) => {
	const { elsewhere, browser } = stage;
	elsewhere.answer(completionsPath, goodModel);
	await withSettings(stage, place, async (page) => {
		await fillServer(page, elsewhere.url);
		await approveHost(browser.context, browser.extensionId, `${elsewhere.url}/*`);
		await button(page, "Test").click();
		await expect(facts(page)).toContainText("Hello there!");
		await button(page, "Discard").click();
	});
});

test("refuses a server in the clear, a broken key and a forbidden header", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await page.getByRole("radio", { name: /A model server/ }).check();
		await saveButton(page).click();
		await expect(field(page, "Base URL")).toBeFocused();
		for (const [url, text] of [
			["http://models.example.com/v1", "models.example.com"],
			["models.example.com", "https://"],
			["https://a:b@models.example.com", "password"],
		] as const) {
			await field(page, "Base URL").fill(url);
			await expect(part(page, "Model").locator("p.text-bad", { hasText: text })).toBeVisible();
		}
		await field(page, "Base URL").fill("https://models.example.com/v1");
		await field(page, "Key").fill("sk-ключ");
		await saveButton(page).click();
		await expect(field(page, "Key")).toHaveAttribute("aria-invalid", "true");
		expect(await stored(page, "settings")).toBeUndefined();
		await button(page, "Discard").click();
	});
});

test("keeps instructions, prices and limits, each by itself, and every change can be undone", async ({
	stage,
}) => {
	await withSettings(stage, place, async (page) => {
		await field(page, "What it has to know").fill("Returns within 30 days.");
		await field(page, "Messages it sees").fill("0");
		await saveButton(page).click();
		await expect(part(page, "Instructions")).toContainText("A number from 1 to 200.");
		await field(page, "Messages it sees").fill("12");
		await save(page);
		await field(page, "Price of a million tokens in").fill("2.5");
		await field(page, "Tokens a day at most").fill("1000");
		await save(page);
		expect(await assistantOf(page)).toMatchObject({
			policies: "Returns within 30 days.",
			messages: 12,
			input_price: 2.5,
			daily_token_limit: 1_000,
			provider: "none",
		});
		const overview = (await send(page, "getSettingsOverview")) as {
			history: { id: number; origin: string }[];
		};
		expect(overview.history.map(({ origin }) => origin)).toEqual(["assistant", "assistant"]);
		await send(page, "undoChange", { id: overview.history[1]?.id });
		await expect(field(page, "What it has to know")).toHaveValue("");
		await expect(field(page, "Tokens a day at most")).toHaveValue("1000");
	});
});

test("shows what was used today, and when that is all there may be", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		const used = { inputTokens: 400, outputTokens: 100, cost: 0.002, answers: 1 };
		await send(page, "setAssistant", { daily_token_limit: 1_000, input_price: 2.5 });
		await Promise.all(Array.from({ length: 2 }, () => send(page, "noteModelUsage", used)));
		const today = page.getByTestId("usage-today");
		await expect(today).toContainText("1,000, limit 1,000");
		await expect(today).toContainText("$0.004");
		await expect(today).toContainText("Today's tokens are used up");
		await send(page, "setAssistant", { daily_token_limit: 0 });
		await expect(today).not.toContainText("used up");
		await send(page, "deleteStoredData", { kind: "model-usage" });
		await expect(today.locator("dd").first()).toHaveText("0");
	});
});

test("says plainly whether the browser has a model of its own", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		const state = page.locator("[data-built-in]");
		const known = await page.evaluate(() => "LanguageModel" in globalThis);
		await expect(state).toHaveAttribute("data-built-in", known ? /unavailable|downloadable/ : "unsupported");
		await page.getByRole("radio", { name: /Chrome's own model/ }).check();
		await button(page, "Test").click();
		await expect(part(page, "Model").getByRole("alert")).toBeVisible();
		await button(page, "Discard").click();
	});
});

test("uses the browser's own model where there is one", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await page.addInitScript(() => {
			Object.assign(globalThis, {
				LanguageModel: {
					availability: async () => "available",
					create: async () => ({
						promptStreaming: () =>
							new ReadableStream({
								start(controller) {
									controller.enqueue("Hello");
									controller.enqueue(" from here.");
									controller.close();
								},
							}),
						destroy() {},
					}),
				},
			});
		});
		await page.reload();
		await expect(page.locator("[data-built-in]")).toHaveAttribute("data-built-in", "available");
		await page.getByRole("radio", { name: /Chrome's own model/ }).check();
		await button(page, "Test").click();
		await expect(facts(page)).toContainText("Hello from here.");
		await expect(facts(page)).toContainText("not asked");
		await save(page);
		expect(await assistantOf(page)).toMatchObject({ provider: "built-in" });
	});
});

test("what it asked is in the log of requests by its names, and nothing it said", async ({ stage }) => {
	const { crm } = stage;
	crm.answer(completionsPath, goodModel);
	await withSettings(stage, place, async (page) => {
		await fillServer(page, crm.url);
		await button(page, "Test").click();
		await expect(facts(page)).toBeVisible();
		const rows = async () =>
			((await send(page, "listEgress", { filter: { kind: "model-test" }, limit: 10 })) as { rows: object[] })
				.rows;
		await expect.poll(rows).toMatchObject([
			{ name: "small", path: "/v1/chat/completions", state: "succeeded", status: 200 },
			{ fields: ["model", "messages", "stream", "stream_options"], state: "succeeded" },
		]);
		expect(JSON.stringify(await rows())).not.toMatch(/secret|Hello|hello/);
		await button(page, "Discard").click();
		await page.goto(page.url().replace(/#.*/, "#/activity"));
		await expect(page.getByRole("link", { name: /small \(test\)/ })).toHaveCount(2);
	});
});

test("is found by the search of the settings", async ({ stage }) => {
	await withSettings(stage, "#/overview", async (page) => {
		await page.getByRole("navigation").getByRole("searchbox").fill("ollama");
		await page.getByRole("link", { name: /Model of the assistant/ }).click();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Assistant");
		await expect(page.getByRole("radio", { name: /No model/ })).toBeFocused();
	});
});

test("is accessible in light and dark, and fits 320 px", async ({ stage }) => {
	stage.crm.answer(completionsPath, goodModel);
	await withSettings(stage, place, async (page) => {
		await page.setViewportSize(narrow);
		const check = async (state: string) => {
			expect(await overflowing(page), state).toEqual([]);
			expect(await untranslated(page), state).toEqual([]);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
				expect(await accessibilityProblems(page), `${state}, ${colorScheme}`).toEqual([]);
			}
		};
		await expect(page.getByRole("radio", { name: /No model/ })).toBeVisible();
		await check("without a model");
		await fillServer(page, stage.crm.url);
		await field(page, "Kind of server").selectOption("vLLM");
		await check("a preset");
		await fillServer(page, stage.crm.url);
		await page.getByText("More headers").click();
		await button(page, "Add a header").click();
		await page.getByLabel("Name 1").fill("X-Project");
		await button(page, "Test").click();
		await expect(facts(page)).toBeVisible();
		await check("a test");
		stage.crm.answer(completionsPath, refused(401, "no"));
		await button(page, "Test").click();
		await expect(page.getByRole("alert")).toBeVisible();
		await check("a failed test");
		await button(page, "Discard").click();
	});
});

for (const { language, locale } of [
	{ language: "es", locale: "es" },
	{ language: "pt-BR", locale: "pt_BR" },
])
	test(`speaks ${language}, and fits 320 px`, async () => {
		await withScene({ locale: language }, async (scene) => {
			const stage: Stage = await setStage(scene);
			const texts = readTexts(locale);
			stage.crm.answer(completionsPath, goodModel);
			await withSettings(stage, place, async (page) => {
				await page.setViewportSize(narrow);
				await page
					.getByRole("radio", { name: texts("assistantSettings_provider_openai_compatible_title") })
					.check();
				await field(page, texts("assistantSettings_preset_label")).selectOption("Ollama");
				await field(page, texts("assistantSettings_url_label")).fill(`${stage.crm.url}/v1`);
				await field(page, texts("assistantSettings_name_label")).fill("small");
				await button(page, texts("assistantSettings_test_run")).click();
				await expect(facts(page)).toContainText(texts("assistantSettings_test_works"));
				expect(await overflowing(page)).toEqual([]);
				expect(await untranslated(page)).toEqual([]);
				await button(page, texts("settings_discard")).click();
			});
		});
	});
