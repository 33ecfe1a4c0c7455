import { readFile, writeFile } from "node:fs/promises";
import type { Locator, Page, TestInfo } from "@playwright/test";
import { cast } from "../../demo/cast";
import { storedKindNames } from "../../lib/platform/stored-kind";
import { defaultSettings } from "../../lib/settings/schema";
import { accessibilityProblems } from "./support/accessibility";
import { card, cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { connectSearch, nora, results, searchField, searchFor } from "./support/customer-search";
import { configureWebhook } from "./support/deliveries";
import { checkOrder, secrets, setEverything } from "./support/full-settings";
import { narrow, overflowing } from "./support/layout";
import { send, stored, withSettings } from "./support/options-page";
import { found, json } from "./support/replies";
import { customerPath, expect, type Stage, setStage, test, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

const row = (page: Page, kind: string): Locator => page.locator(`[data-kind=${kind}]`);
const part = (page: Page, anchor: string): Locator => page.locator(`#${anchor}`);

/** Clicks what downloads a file and gives its path and text. */
async function download(page: Page, button: string, info: TestInfo) {
	const downloading = page.waitForEvent("download");
	await page.getByRole("button", { name: button }).click();
	const file = await downloading;
	expect(file.suggestedFilename()).toMatch(/^chatside-(settings|data)-\d{4}-\d\d-\d\d\.json$/);
	const path = info.outputPath(file.suggestedFilename());
	await file.saveAs(path);
	return { path, text: await readFile(path, "utf8") };
}

const chooseFile = (page: Page, path: string) => part(page, "import").locator("input").setInputFiles(path);

/** Something of every kind is stored. */
async function storeEverything(stage: Stage): Promise<void> {
	const { crm, open, panel, tool } = stage;
	crm.answer(customerPath, found({ name: "Lucía" }));
	await setEverything(stage);
	await open("lucia");
	await expect(card(panel)).toBeVisible();
	// A moment after the card is shown.
	for (const kind of ["kept-messages", "crm-shapes"])
		await expect.poll(() => isStored(panel, kind)).toBe(true);
	await tool("configure_webhooks", { webhook_enabled: false });
	await panel.evaluate(() => chrome.storage.session.set({ console_history: [{ name: "x" }] }));
}

async function isStored(page: Page, kind: string): Promise<boolean> {
	const amounts = (await send(page, "getStoredData")) as { kind: string; count: number }[];
	return amounts.some((amount) => amount.kind === kind && amount.count > 0);
}

/** All that is stored but what outbox, storage and policy keep for themselves, which is about nobody. */
const nothingStored = (page: Page) =>
	page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open("chatside");
			opening.onsuccess = () => resolve(opening.result);
		});
		const names = [...database.objectStoreNames].filter((name) => name !== "values");
		const stores = database.transaction(names);
		const counts = await Promise.all(
			names.map(
				(name) =>
					new Promise<number>((resolve) => {
						const counting = stores.objectStore(name).count();
						counting.onsuccess = () => resolve(counting.result);
					}),
			),
		);
		database.close();
		const without = (values: Record<string, unknown>, ...names: string[]) =>
			Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
		const { local, session } = chrome.storage;
		return {
			local: without(await local.get(null), "installed_at", "database_made", "policy_empty"),
			session: without(await session.get(null), "outbox_status", "logs_renewed"),
			inDatabase: counts.reduce((sum, count) => sum + count),
		};
	});

test("says where data goes, by host, and what is stored of each kind", async ({ stage }) => {
	await withSettings(stage, "#/privacy", async (page) => {
		await expect(part(page, "goes")).toContainText("No address is set. Nothing leaves this browser.");
		await storeEverything(stage);
		const goes = part(page, "goes").locator("dl > div");
		await expect(goes).toHaveText([
			`${new URL(stage.crm.url).host}The phone number of the conversation you open; once linked, the customer's id and other numbersWhen follow-ups are looked for: the phone number of each customer who may be written to, and of those who were, also of chats that are not openWhat you type into the search box`,
			"hooks.example.comEvents, with the phone numbers they are about: phone.detected, followup.detected",
			"myapi.exampleWhat the assistant or you pass to it when it is called: check_order_status",
		]);
		await page.reload();
		await expect(row(page, "settings")).toContainText(/7 things set · 1 kB/);
		await expect(row(page, "settings-history")).toContainText(/5 changes · \d+ kB\s*since \w+ \d+, 20\d\d/);
		await expect(row(page, "settings-copies")).toContainText("1 copy");
		await expect(row(page, "cards")).toContainText(/1 answer · \d+ bytes\s*since/);
		await expect(row(page, "seen-phones")).toContainText("1 number");
		await expect(row(page, "deliveries")).toContainText("1 delivery");
		await expect(row(page, "kept-messages")).toContainText(/\d+ messages · \d+ (bytes|kB)\s*since/);
		await expect(row(page, "egress")).toContainText(/1 request · \d+ bytes\s*since/);
		await expect(row(page, "crm-health")).toContainText("1 endpoint");
		await expect(row(page, "crm-shapes")).toContainText("1 endpoint");
		await expect(row(page, "conversations")).toContainText("1 tab");
		await expect(row(page, "confirmations")).toContainText("1 waiting");
		await expect(row(page, "console-history")).toContainText("1 call");
	});
});

test("deletes each kind after a question, and keeps the others", async ({ stage }) => {
	test.slow();
	await storeEverything(stage);
	await withSettings(stage, "#/privacy", async (page) => {
		const full = page.locator("[data-kind]").filter({ hasNotText: "nothing" });
		await expect(full).toHaveCount(13);
		for (const kind of [
			"console-history",
			"confirmations",
			"crm-health",
			"conversations",
			"settings-copies",
			"egress",
			"crm-shapes",
			"kept-messages",
		]) {
			await row(page, kind).getByRole("button").click();
			await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
			await expect(row(page, kind)).not.toContainText("nothing");
			await row(page, kind).getByRole("button").click();
			await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
			await expect(row(page, kind)).toContainText("nothing");
			await expect(row(page, kind).getByRole("button")).toBeDisabled();
		}
		await expect(full).toHaveCount(5);
		expect(Object.keys((await nothingStored(page)).session)).toEqual([]);
		// The open panel shows nobody, and asks again once a chat is opened.
		await expect(card(stage.panel)).toHaveCount(0);
	});
});

test("forgets one number, however it is written, says whether it was known, and it counts as new again", async ({
	stage,
}) => {
	const { crm, open } = stage;
	const hook = "/hook";
	crm.answer(hook, json({}));
	await configureWebhook(stage, { webhook_enabled: true, webhook_url: `${crm.url}${hook}` });
	const told = () =>
		crm.received(hook).filter(({ body }) => JSON.parse(body).data.phone === cast.lucia.phone);
	await open("lucia");
	await expect.poll(() => told().length).toBe(1);
	await withSettings(stage, "#/privacy", async (page) => {
		await expect(row(page, "seen-phones")).not.toContainText("nothing");
		await row(page, "seen-phones").getByRole("button", { name: "Forget one" }).click();
		const dialog = page.getByRole("dialog", { name: "Forget one number" });
		const forget = async (text: string) => {
			await dialog.getByLabel("Phone number").fill(text);
			await dialog.getByLabel("Phone number").press("Enter");
		};
		await forget("Lucía");
		await expect(dialog).toContainText("This is no phone number.");
		await forget(`${cast.lucia.phone}, ${cast.marco.phone}`);
		await expect(dialog).toContainText("These are several numbers.");
		await page.setViewportSize(narrow);
		expect(await overflowing(page)).toEqual([]);
		expect(await accessibilityProblems(page)).toEqual([]);
		const digits = cast.lucia.phone.slice(1);
		await forget(`tel:+${digits.slice(0, 2)} (${digits.slice(2, 5)}) ${digits.slice(5)}`);
		await expect(dialog.getByRole("status")).toHaveText(/^\+34 [\d ]+ is forgotten\.$/);
		await expect(dialog.getByLabel("Phone number")).toHaveValue("");
		await forget(`wa.me/${digits}`);
		await expect(dialog.getByRole("status")).toHaveText(/^\+34 [\d ]+ was not known\. It counts as new\.$/);
		await dialog.getByRole("button", { name: "Close" }).click();
		await expect(dialog).toHaveCount(0);
	});
	await open("marco");
	await open("lucia");
	await expect.poll(() => told().length).toBe(2);
	const [first, second] = told();
	expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
});

test("forgets who is linked, in the chat that is open too", async ({ stage }) => {
	const { panel, open } = stage;
	await connectSearch(stage);
	await open("nora");
	await searchFor(panel, "nora");
	await expect(results(panel)).toHaveCount(1);
	await searchField(panel).press("ArrowDown");
	await searchField(panel).press("Enter");
	await expect(card(panel)).toBeVisible();
	await withSettings(stage, "#/privacy", async (page) => {
		await expect(row(page, "customer-links")).toContainText("1 person");
		const exported = await page.evaluate(() => chrome.runtime.sendMessage({ message: "exportStoredData" }));
		expect(exported.value.data["customer-links"]).toMatchObject([
			{ link: { customerId: nora.id, by: "hand" } },
		]);
		await row(page, "customer-links").getByRole("button").click();
		await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
		await expect(row(page, "customer-links")).toContainText("nothing");
		await expect(card(panel)).toHaveCount(0);
		await expect(panel.getByRole("button", { name: "Find the customer" })).toBeVisible();
	});
});

test("asks the CRM again once its cards were deleted", async ({ stage }) => {
	await connectToKnowAll(stage);
	await stage.open("lucia");
	await expect(cardHeading(stage.panel, nameFor(cast.lucia.phone))).toBeVisible();
	await withSettings(stage, "#/privacy", async (page) => {
		await row(page, "cards").getByRole("button").click();
		await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
		await expect(row(page, "cards")).toContainText("nothing");
		await expect.poll(() => isStored(page, "kept-messages")).toBe(true);
		await send(page, "deleteStoredData", { kind: "kept-messages" });
		// The number that was seen stays, and that the CRM was asked.
		expect((await nothingStored(page)).inDatabase).toBe(2);
	});
	const asked = stage.crm.received(customerPath).length;
	await stage.open("team");
	await stage.open("lucia");
	await expect(cardHeading(stage.panel, nameFor(cast.lucia.phone))).toBeVisible();
	expect(stage.crm.received(customerPath).length).toBe(asked + 1);
});

test("puts the settings back to the beginning, and takes that back", async ({ stage }) => {
	await setEverything(stage);
	await withSettings(stage, "#/privacy", async (page) => {
		const before = await stored(page, "settings");
		await row(page, "settings").getByRole("button").click();
		await expect(page.getByRole("dialog")).toContainText("You can undo this in the history");
		await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
		await expect(row(page, "settings")).toContainText("nothing");
		expect(await stored(page, "settings")).toMatchObject({ crm_endpoints: [], custom_functions: [] });
		await page.getByRole("button", { name: "Undo" }).click();
		await expect(row(page, "settings")).not.toContainText("nothing");
		expect(await stored(page, "settings")).toEqual(before);
	});
});

test("an export brings everything back after everything was deleted", async ({ stage }, info) => {
	test.slow();
	await storeEverything(stage);
	await withSettings(stage, "#/privacy", async (page) => {
		const before = await stored(page, "settings");
		await page.getByLabel("With secrets").check();
		const { path, text } = await download(page, "Export settings", info);
		for (const secret of Object.values(secrets)) expect(text).toContain(secret);

		await page.getByRole("button", { name: "Delete everything…" }).click();
		const dialog = page.getByRole("dialog", { name: "Delete everything?" });
		await expect(dialog.getByRole("button", { name: "Delete" })).toBeDisabled();
		await dialog.getByLabel("Type “delete” to go on").fill("delet");
		await page.keyboard.press("Enter");
		expect(await stored(page, "settings")).toEqual(before);
		await dialog.getByLabel("Type “delete” to go on").fill("Delete");
		await dialog.getByRole("button", { name: "Delete" }).click();
		await expect(page.getByText("Everything was deleted.")).toBeVisible();
		await expect(page.locator("[data-kind]").filter({ hasText: "nothing" })).toHaveCount(
			storedKindNames.length,
		);
		expect(await nothingStored(page)).toEqual({ local: {}, session: {}, inDatabase: 0 });

		await chooseFile(page, path);
		const plan = part(page, "import");
		await expect(plan).toContainText("7 things change");
		await expect(plan).toContainText("with secrets");
		await expect(plan).toContainText("check_order_status");
		for (const secret of Object.values(secrets)) expect(await page.content()).not.toContain(secret);
		expect(await stored(page, "settings")).toBeUndefined();
		await plan.getByRole("button", { name: "Import" }).click();
		await expect(page.getByText("The settings were imported.")).toBeVisible();
		await expect(plan.locator("input")).toBeFocused();
		expect(await stored(page, "settings")).toEqual(before);

		await chooseFile(page, path);
		await expect(plan).toContainText("There is nothing to import.");
		await expect(plan.getByRole("button", { name: "Import" })).toHaveCount(0);
	});
});

test("an export without secrets has none, and this browser's own are kept on import", async ({
	stage,
}, info) => {
	await storeEverything(stage);
	await withSettings(stage, "#/privacy", async (page) => {
		const settings = await download(page, "Export settings", info);
		const everything = await download(page, "Export everything stored", info);
		for (const { text } of [settings, everything])
			for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
		const { data } = JSON.parse(everything.text);
		expect(data.cards[0].answer.customers[0].name).toBe("Lucía");
		expect(data.egress).toMatchObject([{ host: new URL(stage.crm.url).host, status: 200 }]);
		expect(data["settings-history"]).toHaveLength(5);
		expect(data.settings).toMatchObject({ format: "chatside-settings", secrets: false });

		const before = await stored(page, "settings");
		await stage.tool("update_crm_endpoints", { remove_crm_endpoint: "globalSearch" });
		await stage.tool("update_custom_functions", { remove_function: checkOrder.name });
		await chooseFile(page, settings.path);
		const plan = part(page, "import");
		await expect(plan).toContainText("2 things change");
		await expect(plan).toContainText("without secrets");
		const missing = plan.getByRole("status").filter({ hasText: "These come without their secrets" });
		await expect(missing).toContainText("Custom function: check_order_status");
		await plan.getByRole("button", { name: "Import" }).click();
		await expect(page.getByText("The settings were imported.")).toBeVisible();
		const { auth: _, ...withoutAuth } = checkOrder;
		expect(await stored(page, "settings")).toEqual({
			...(before as object),
			custom_functions: [{ ...withoutAuth, approval: "writes", enabled: true }],
		});
		await page.getByRole("button", { name: "Undo" }).click();
		await expect(row(page, "settings-history")).toContainText("9 changes");
	});
});

const exported = (settings: unknown, more = {}) =>
	JSON.stringify({ format: "chatside-settings", version: 2, secrets: false, settings, ...more });

const refusals: [name: string, text: string, sentence: RegExp][] = [
	[
		"broken JSON",
		'{\n  "format": "chatside-settings",\n  "version" 2\n}',
		/Line 3, column 13: a colon is missing/,
	],
	["an empty file", "", /Line 1, column 1: a value is missing/],
	["other JSON", '{ "hello": 1 }', /not an export of Chatside's settings/],
	["a list", "[]", /not an export of Chatside's settings/],
	["an export of everything", '{ "format": "chatside-data" }', /only to be read/],
	["a newer version", exported({ version: 99 }, { version: 99 }), /written by a newer Chatside \(version 99/],
	[
		"unusable settings",
		exported({ version: 2, webhook: {} }),
		/does not hold settings that can be used \(webhook/,
	],
	[
		"a broken mapping",
		exported({
			...defaultSettings,
			crm_endpoints: [
				{
					type: "search_Products",
					url: "https://crm.example/p",
					method: "GET",
					mapping: 'hits.{\n  "name": title title\n}',
				},
			],
		}),
		/Products: The mapping is no JSONata expression: line 2, column 17/,
	],
	["more than 2 MB", `"${"x".repeat(2_000_001)}"`, /larger than 2 MB/],
];

for (const [name, text, sentence] of refusals)
	test(`refuses to import ${name}, with the reason, and changes nothing`, async ({ stage }, info) => {
		await setEverything(stage);
		const path = info.outputPath("file.json");
		await writeFile(path, text);
		await withSettings(stage, "#/privacy", async (page) => {
			const before = await page.evaluate(() => chrome.storage.local.get(null));
			await chooseFile(page, path);
			const notice = page.getByRole("alert").filter({ hasText: "This cannot be imported" });
			await expect(notice).toContainText(sentence);
			await expect(part(page, "import").getByRole("button", { name: "Import" })).toHaveCount(0);
			expect(await page.evaluate(() => chrome.storage.local.get(null))).toEqual(before);
		});
	});

test("imports only what was shown: not a file that changed, nor over settings that did", async ({
	stage,
}, info) => {
	await setEverything(stage);
	await withSettings(stage, "#/privacy", async (page) => {
		const { path, text } = await download(page, "Export settings", info);
		await send(page, "deleteStoredData", { kind: "settings" });
		const plan = part(page, "import");
		const apply = plan.getByRole("button", { name: "Import" });

		await chooseFile(page, path);
		await expect(apply).toBeVisible();
		await writeFile(path, text.replace("hooks.example.com", "evil.example.com"));
		const before = await stored(page, "settings");
		await apply.click();
		await expect(page.getByRole("alert")).toContainText("The file was changed since you chose it");
		expect(await stored(page, "settings")).toEqual(before);

		await plan.getByText("Paste the file's text instead").click();
		await plan.getByLabel("Text of the file").fill(text);
		await plan.getByRole("button", { name: "Show what would change" }).click();
		await expect(plan).toContainText("6 things change");
		await stage.tool("update_custom_functions", { add_function: { ...checkOrder, name: "in_between" } });
		const changed = await stored(page, "settings");
		await apply.click();
		await expect(plan).toContainText("The settings were changed in between, and nothing was imported.");
		expect(await stored(page, "settings")).toEqual(changed);
		await expect(plan).toContainText("in_between");
		await apply.click();
		await expect(page.getByText("The settings were imported.")).toBeVisible();
		expect(await stored(page, "settings")).not.toEqual(changed);
	});
});

test("takes a file that is dropped", async ({ stage }) => {
	await setEverything(stage);
	await withSettings(stage, "#/privacy", async (page) => {
		const dropped = await page.evaluateHandle(
			(text) => {
				const transfer = new DataTransfer();
				transfer.items.add(new File([text], "dropped.json"));
				return transfer;
			},
			exported({ version: 99 }, { version: 99 }),
		);
		await part(page, "import").locator("label").first().dispatchEvent("drop", { dataTransfer: dropped });
		await expect(page.getByRole("alert")).toContainText("version 99 of the settings");
	});
});

test("is accessible in light and dark, and fits 320 px", async ({ stage }) => {
	await storeEverything(stage);
	await withSettings(stage, "#/privacy", async (page) => {
		await page.setViewportSize(narrow);
		const plan = part(page, "import");
		await plan.getByText("Paste the file's text instead").click();
		await plan.getByLabel("Text of the file").fill(
			exported({
				version: 2,
				webhook: { enabled: false, url: "", secret: "", events: [] },
				crm_endpoints: [],
				custom_functions: [{ ...checkOrder, name: "new", auth: { type: "query", fields: { k: "••••••" } } }],
				selector_overrides: {},
				detection: { region: "", own_numbers: [], announce_history: false },
				deliveries: { keep_delivered_days: 30, keep_failed_days: 0 },
			}),
		);
		const check = async (state: string) => {
			expect(await overflowing(page), state).toEqual([]);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
				expect(await accessibilityProblems(page), `${state}, ${colorScheme}`).toEqual([]);
			}
		};
		await check("at rest");
		await plan.getByRole("button", { name: "Show what would change" }).click();
		await expect(plan).toContainText("These come without their secrets");
		await check("an import");
		await row(page, "settings").getByRole("button").click();
		await check("the question before a deletion");
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: "Delete everything…" }).click();
		await check("the question before everything is deleted");
	});
});

test("speaks Spanish, and fits 320 px", async () => {
	await withScene({ locale: "es" }, async (scene) => {
		const stage = await setStage(scene);
		const texts = readTexts("es");
		await storeEverything(stage);
		await withSettings(stage, "#/privacy", async (page) => {
			await page.setViewportSize(narrow);
			await expect(row(page, "cards")).toContainText("1 respuesta");
			await expect(page.getByText(texts("settings_privacy_goes_never"))).toBeVisible();
			expect(await overflowing(page)).toEqual([]);
			await page.getByRole("button", { name: texts("settings_privacy_remove_everything") }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByRole("textbox").fill(texts("settings_privacy_remove_word"));
			await dialog.getByRole("button", { name: texts("settings_privacy_remove_confirm") }).click();
			await expect(page.getByText(texts("settings_privacy_remove_done"))).toBeVisible();
			expect((await nothingStored(page)).local).toEqual({});
		});
	});
});
