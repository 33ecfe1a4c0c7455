import type { Locator, Page } from "@playwright/test";
import { approveHost, revokeHost } from "../../demo/browser/host-permission";
import { accessibilityProblems } from "./support/accessibility";
import { checkOrder, secrets } from "./support/full-settings";
import { pressTabUntilFocused } from "./support/keyboard";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { paste } from "./support/paste";
import { expect, type Stage, setStage, test, withScene } from "./support/stage";
import { readTexts, type Texts } from "./support/texts";

const list = "#/functions";
const newFunction = `${list}/:new`;
const importing = `${list}/:import`;

const nameField = (page: Page) => page.getByLabel("Name", { exact: true });
const urlField = (page: Page) => page.getByLabel("URL", { exact: true });
const saveButton = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const nameLink = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const jsonEditor = (page: Page) => page.getByRole("textbox", { name: "JSON" });
const importEditor = (page: Page) => page.getByRole("textbox", { name: "Import functions" });
const rowOf = (page: Page, name: string) => page.getByRole("listitem").filter({ has: nameLink(page, name) });

/** What is written in an editor; long lines are wrapped, not broken. */
const written = async (editor: Locator): Promise<string> =>
	(await editor.locator(".cm-line").allTextContents()).join("\n");

async function storedFunctions({ tool }: Stage): Promise<Record<string, unknown>[]> {
	const { custom_functions } = (await tool("get_custom_functions", {})) as {
		custom_functions: Record<string, unknown>[];
	};
	return custom_functions;
}

const storedNames = async (stage: Stage) => (await storedFunctions(stage)).map(({ name }) => name);

/** The function as the settings hold it, with its credentials. */
async function storedSecret({ panel }: Stage, name: string): Promise<unknown> {
	return panel.evaluate(async (wanted) => {
		const stored = await chrome.storage.local.get("settings");
		const { custom_functions } = stored.settings as { custom_functions: { name: string; auth?: unknown }[] };
		return custom_functions.find((one) => one.name === wanted)?.auth;
	}, name);
}

const add = ({ tool }: Stage, definition: object) =>
	tool("update_custom_functions", { add_function: definition });

test("creates a function by the form, without asking about unsaved changes after it is saved", async ({
	stage,
}) => {
	const { crm } = stage;
	await withSettings(stage, newFunction, async (page) => {
		await nameField(page).fill("check_order");
		await page.getByLabel("Description", { exact: true }).fill("Where an order is");
		await urlField(page).fill(`${crm.url}/orders/{order_id}`);
		await page.getByRole("button", { name: "Add a parameter" }).click();
		await page.getByLabel("Name of parameter 1").fill("order_id");
		await page.getByLabel("Kind of parameter 1").selectOption("integer");
		await page.getByLabel("Description of parameter 1").fill("The number on the invoice");
		await page.getByLabel("Required").check();
		await page.getByRole("button", { name: "Add a fixed argument" }).click();
		await page.getByLabel("Name 1").fill("customer");
		await page.getByLabel("Ask before calling").selectOption("always");
		await saveButton(page).click();
		await expect(nameLink(page, "check_order")).toBeVisible();
		await expect(page.getByText("check_order was saved.")).toBeVisible();
		await expect(page.getByRole("dialog")).toHaveCount(0);
	});
	expect(await storedFunctions(stage)).toEqual([
		{
			name: "check_order",
			description: "Where an order is",
			endpoint: `${crm.url}/orders/{order_id}`,
			method: "GET",
			parameters: {
				type: "object",
				properties: { order_id: { type: "integer", description: "The number on the invoice" } },
				required: ["order_id"],
			},
			fixed: { customer: { from: "conversation.phone" } },
			approval: "always",
			enabled: true,
		},
	]);
});

test("leaves a new function nobody has typed into without asking, and asks once something is typed", async ({
	stage,
}) => {
	await withSettings(stage, newFunction, async (page) => {
		await page.getByRole("link", { name: "Close", exact: true }).click();
		await page.getByRole("link", { name: "New function" }).click();
		await nameField(page).fill("half");
		await expect(page.getByRole("link", { name: "Close", exact: true })).toHaveCount(0);
		await page.getByRole("link", { name: "Overview", exact: true }).click();
		await page.getByRole("button", { name: "Stay" }).click();
		await expect(nameField(page)).toHaveValue("half");
		await page.getByRole("button", { name: "Discard" }).click();
		await expect(nameField(page)).toHaveValue("");
	});
});

test("keeps form and JSON in step, and what the form does not know", async ({ stage }) => {
	const { crm } = stage;
	const definition = {
		name: "find_stock",
		endpoint: `${crm.url}/stock`,
		method: "POST",
		parameters: {
			type: "object",
			properties: { sku: { type: "string", pattern: "^[A-Z]{3}$", examples: ["ABC"] } },
			required: ["sku"],
			additionalProperties: false,
		},
	};
	await withSettings(stage, newFunction, async (page) => {
		await jsonEditor(page).fill(JSON.stringify(definition, null, 2));
		await expect(nameField(page)).toHaveValue("find_stock");
		await expect(page.getByLabel("Method")).toHaveValue("POST");
		await expect(page.getByLabel("Name of parameter 1")).toHaveValue("sku");
		await nameField(page).fill("find_in_stock");
		await page.getByLabel("Description of parameter 1").fill("Article number");
		await expect
			.poll(async () => JSON.parse(await written(jsonEditor(page))))
			.toEqual({
				...definition,
				name: "find_in_stock",
				parameters: {
					...definition.parameters,
					properties: {
						sku: { ...definition.parameters.properties.sku, description: "Article number" },
					},
				},
			});
		await saveButton(page).click();
		await expect(nameLink(page, "find_in_stock")).toBeVisible();
	});
	const [stored] = await storedFunctions(stage);
	expect(stored?.parameters).toMatchObject({
		additionalProperties: false,
		properties: { sku: { pattern: "^[A-Z]{3}$", examples: ["ABC"], description: "Article number" } },
	});
});

test("requires a parameter that stands in the path, and warns where it is made optional", async ({
	stage,
}) => {
	const { crm } = stage;
	await withSettings(stage, newFunction, async (page) => {
		await urlField(page).fill(`${crm.url}/orders/{order_id}`);
		await page.getByRole("button", { name: "Add a parameter" }).click();
		await page.getByLabel("Name of parameter 1").pressSequentially("order_id");
		await expect(page.getByLabel("Required")).toBeChecked();
		await page.getByLabel("Required").uncheck();
		await expect(page.getByText("It stands in the path of the URL")).toBeVisible();
		await page.getByLabel("Name of parameter 1").fill("order");
		await expect(page.getByText("It stands in the path of the URL")).toHaveCount(0);
	});
});

test("marks nothing in the JSON of a new function before something is typed, or it is to be saved", async ({
	stage,
}) => {
	await withSettings(stage, newFunction, async (page) => {
		await page.clock.install();
		const marks = page.locator(".cm-lint-marker-error");
		await page.reload();
		await expect(jsonEditor(page)).toBeVisible();
		// Longer than the editor waits before it looks.
		await page.clock.fastForward(2_000);
		await expect(marks).toHaveCount(0);
		await jsonEditor(page).press("ControlOrMeta+Enter");
		await expect(marks.first()).toBeVisible();
		await expect(nameField(page)).toBeFocused();
	});
});

test("masks a secret in the JSON while it is typed in the form, and takes one typed in the JSON", async ({
	stage,
}) => {
	const { crm } = stage;
	await withSettings(stage, newFunction, async (page) => {
		await nameField(page).fill("guarded");
		await urlField(page).fill(`${crm.url}/x`);
		await page.getByLabel("Sign-in", { exact: true }).selectOption("query");
		await page.getByLabel(/^Value /).pressSequentially("typed-1");
		await expect.poll(() => written(jsonEditor(page))).toContain("••••••");
		expect(await written(jsonEditor(page))).not.toContain("typed-1");
		// What else is changed in the JSON leaves it alone.
		const shown = await written(jsonEditor(page));
		await jsonEditor(page).fill(shown.replace('"guarded"', '"kept_one"'));
		await expect(nameField(page)).toHaveValue("kept_one");
		await expect(page.getByLabel(/^Value /)).toHaveValue("typed-1");
		await jsonEditor(page).fill(shown.replace("••••••", "typed-2").replace('"guarded"', '"kept_one"'));
		await expect(page.getByLabel(/^Value /)).toHaveValue("typed-2");
		await nameField(page).focus();
		await expect.poll(() => written(jsonEditor(page))).not.toContain("typed-2");
		await saveButton(page).click();
		await expect(nameLink(page, "kept_one")).toBeVisible();
	});
	expect(await storedSecret(stage, "kept_one")).toMatchObject({ fields: { token: "typed-2" } });
});

test("says where JSON breaks off, brings the form back when it is whole, and stores nothing meanwhile", async ({
	stage,
}) => {
	const { crm } = stage;
	await withSettings(stage, newFunction, async (page) => {
		await jsonEditor(page).fill('{ "name": "half",\n  "endpoint": }');
		await expect(page.getByText("The JSON cannot be read at the moment.")).toBeVisible();
		await expect(nameField(page)).toHaveCount(0);
		await expect(jsonEditor(page).locator(".cm-lintRange-error")).toBeVisible();
		await saveButton(page).click();
		await expect(page.getByRole("alert")).toContainText(/line 2, column 15/i);
		expect(await storedNames(stage)).toEqual([]);
		await jsonEditor(page).fill(`{ "name": "whole", "endpoint": "${crm.url}/x" }`);
		await expect(nameField(page)).toHaveValue("whole");
		await saveButton(page).click();
		await expect(nameLink(page, "whole")).toBeVisible();
	});
});

const refused: { what: string; patch: object; says: string; marked?: boolean }[] = [
	{ what: "a name with spaces", patch: { name: "check order" }, says: "no spaces" },
	{ what: "no name", patch: { name: "" }, says: "1 to 64" },
	{
		what: "a URL without a scheme",
		patch: { endpoint: "shop.example.com/x" },
		says: "Write the whole address",
	},
	{ what: "a file", patch: { endpoint: "file:///etc/passwd" }, says: "must begin with https://" },
	{ what: "a script", patch: { endpoint: "javascript:alert(1)" }, says: "must begin with https://" },
	{
		what: "credentials in the URL",
		patch: { endpoint: "https://me:secret@shop.example.com/" },
		says: "Take the user name and password out",
	},
	{
		what: "plain http to a host on the internet",
		patch: { endpoint: "http://shop.example.com/" },
		says: "only for this computer and your own network",
	},
	{
		what: "a placeholder for the host",
		patch: { endpoint: "https://{host}/x" },
		says: "not in the host",
	},
	{
		what: "a placeholder nothing fills",
		patch: { endpoint: "https://shop.example.com/{order}" },
		says: "{order} is neither a parameter nor a fixed argument",
	},
	{ what: "a method outside the list", patch: { method: "TRACE" }, says: "GET" },
	{ what: "a field there is none of", patch: { colour: "red" }, says: "The function has no field “colour”" },
	{
		what: "parameters that are no JSON Schema",
		patch: { parameters: { type: "object", properties: { id: { type: "strng" } } } },
		says: "A type is one of",
	},
	{
		what: "credentials in the body of a GET request",
		patch: { auth: { type: "body", fields: { token: "x" } } },
		says: "A GET request has no body",
	},
];

test("refuses what cannot be used with the reason, at its place in the JSON, and stores nothing", async ({
	stage,
}) => {
	const good = { name: "fine", endpoint: "https://shop.example.com/x", method: "GET" };
	await withSettings(stage, newFunction, async (page) => {
		for (const { what, patch, says } of refused)
			await test.step(what, async () => {
				await jsonEditor(page).fill(JSON.stringify({ ...good, ...patch }, null, 2));
				await expect(jsonEditor(page).locator(".cm-lintRange-error").first()).toBeVisible();
				await saveButton(page).click();
				await expect(page.getByRole("alert")).toContainText(says);
			});
	});
	expect(await storedNames(stage)).toEqual([]);
});

test("names all that is wrong with its field when it cannot be saved, and goes to the first", async ({
	stage,
}) => {
	await withSettings(stage, newFunction, async (page) => {
		await nameField(page).fill("two words");
		await saveButton(page).click();
		const wrong = page.getByRole("listitem").filter({ has: page.locator("code") });
		await expect(wrong.locator("code")).toHaveText(["name", "endpoint"]);
		await expect(nameField(page)).toBeFocused();
	});
});

test("does not shout while somebody types, and says what is wrong when the field is left", async ({
	stage,
}) => {
	await withSettings(stage, newFunction, async (page) => {
		await nameField(page).pressSequentially("check ord");
		await expect(nameField(page)).toHaveAttribute("aria-invalid", "false");
		await page.keyboard.press("Tab");
		await expect(nameField(page)).toHaveAttribute("aria-invalid", "true");
		await expect(nameField(page)).toHaveAccessibleDescription(/no spaces/);
	});
});

test("refuses a name another function has, and renames one", async ({ stage }) => {
	await add(stage, checkOrder);
	await add(stage, { ...checkOrder, name: "other", auth: undefined });
	await withSettings(stage, `${list}/other`, async (page) => {
		await nameField(page).fill(checkOrder.name);
		await saveButton(page).click();
		await expect(page.getByText("Another function has this name.")).toBeVisible();
		expect(await storedNames(stage)).toEqual([checkOrder.name, "other"]);
		await nameField(page).fill("another");
		await approveHost(stage.browser.context, stage.browser.extensionId, "https://myapi.example/*");
		await saveButton(page).click();
		await expect(nameLink(page, "another")).toBeVisible();
		await expect(nameLink(page, "other")).toHaveCount(0);
	});
	await revokeHost(stage.browser.context, stage.browser.extensionId, "https://myapi.example/*");
	expect(await storedNames(stage)).toEqual(["another", checkOrder.name]);
});

test("is saved without access to its host as well, and the overview offers it then", async ({ stage }) => {
	// Nobody answers Chrome's prompt in a headless browser: it counts as a refusal.
	await add(stage, checkOrder);
	await withSettings(stage, "#/overview", async (page) => {
		await expect(page.getByText("Chatside needs your permission to ask myapi.example.")).toBeVisible();
	});
});

test("never shows a stored secret, keeps it when it is not typed again, and in a copy", async ({ stage }) => {
	const { browser } = stage;
	const hosts = "https://myapi.example/*";
	await approveHost(browser.context, browser.extensionId, hosts);
	await add(stage, checkOrder);
	const kept = { type: "query", fields: { key: secrets.function } };
	await withSettings(stage, `${list}/${checkOrder.name}`, async (page) => {
		await expect(page.getByLabel("Value key")).toHaveValue("••••••");
		expect(await page.content()).not.toContain(secrets.function);
		await page.getByLabel("Description", { exact: true }).fill("Changed");
		await saveButton(page).click();
		await expect(rowOf(page, checkOrder.name)).toContainText("Changed");
		expect(await storedSecret(stage, checkOrder.name)).toEqual(kept);

		await rowOf(page, checkOrder.name)
			.getByRole("link", { name: `Duplicate ${checkOrder.name}` })
			.click();
		await expect(nameField(page)).toHaveValue(`${checkOrder.name}_2`);
		await saveButton(page).click();
		await expect(nameLink(page, `${checkOrder.name}_2`)).toBeVisible();
		expect(await storedSecret(stage, `${checkOrder.name}_2`)).toEqual(kept);

		// To another server it does not go along.
		await nameLink(page, checkOrder.name).click();
		await urlField(page).fill(`${stage.crm.url}/orders`);
		await saveButton(page).click();
		await expect(page.getByLabel("Value key")).toBeFocused();
		await expect(page.getByLabel("Value key")).toBeInViewport();
		await expect(page.getByLabel("Value key")).toHaveAttribute("aria-invalid", "true");
		await expect(page.getByLabel("Value key")).toHaveAccessibleDescription(/Type key again/);
	});
	await revokeHost(browser.context, browser.extensionId, hosts);
	expect((await storedFunctions(stage)).map(({ endpoint }) => endpoint)).toEqual([
		checkOrder.endpoint,
		checkOrder.endpoint,
	]);
});

test("switches a function off and on in the list", async ({ stage }) => {
	await add(stage, checkOrder);
	await withSettings(stage, list, async (page) => {
		const row = rowOf(page, checkOrder.name);
		await row.getByLabel("Enabled").uncheck();
		await expect(row.getByText("Off", { exact: true })).toBeVisible();
		expect((await storedFunctions(stage))[0]).toMatchObject({ enabled: false });
		await row.getByLabel("Enabled").check();
		await expect(row.getByText("Off", { exact: true })).toHaveCount(0);
		expect((await storedFunctions(stage))[0]).toMatchObject({ enabled: true });
	});
	expect(await storedSecret(stage, checkOrder.name)).toEqual(checkOrder.auth);
});

test("deletes a function, and brings it back with its secret", async ({ stage }) => {
	await add(stage, checkOrder);
	await withSettings(stage, list, async (page) => {
		await page.getByRole("button", { name: `Delete ${checkOrder.name}` }).click();
		await expect(page.getByText("No functions yet")).toBeVisible();
		expect(await storedNames(stage)).toEqual([]);
		await page.getByRole("button", { name: "Undo" }).click();
		await expect(nameLink(page, checkOrder.name)).toBeVisible();
	});
	expect(await storedSecret(stage, checkOrder.name)).toEqual(checkOrder.auth);
});

const stock = { name: "get_stock", endpoint: "https://shop.example.com/stock" };
const parameters = { type: "object", properties: { sku: { type: "string" } }, required: ["sku"] };
const forms: { what: string; text: unknown; names: string[] }[] = [
	{ what: "one function as it is stored", text: { ...stock, parameters }, names: ["get_stock"] },
	{
		what: "OpenAI's tools, wrapped",
		text: [
			{
				type: "function",
				function: { name: "get_stock", strict: true, parameters },
				endpoint: stock.endpoint,
			},
			{ type: "function", function: { name: "get_price", parameters, endpoint: stock.endpoint } },
		],
		names: ["get_price", "get_stock"],
	},
	{
		what: "OpenAI's tools, flat",
		text: [{ type: "function", ...stock, parameters }],
		names: ["get_stock"],
	},
	{
		what: "the older form, with the endpoint among the parameters",
		text: {
			name: "get_stock",
			parameters: {
				...parameters,
				properties: {
					...parameters.properties,
					endpoint: { url: stock.endpoint, method: "post", format: "json" },
				},
			},
		},
		names: ["get_stock"],
	},
	{
		what: "a request with `tools`",
		text: { model: "any", tools: [{ type: "function", ...stock }] },
		names: ["get_stock"],
	},
	{ what: "an object with `functions`", text: { functions: [stock] }, names: ["get_stock"] },
];

for (const { what, text, names } of forms)
	test(`imports ${what}`, async ({ stage }) => {
		await withSettings(stage, importing, async (page) => {
			await importEditor(page).fill(JSON.stringify(text, null, 2));
			await page
				.getByRole("button", {
					name: names.length === 1 ? "Add 1 function" : `Add ${names.length} functions`,
				})
				.click();
			for (const name of names) await expect(nameLink(page, name)).toBeVisible();
		});
		expect(await storedNames(stage)).toEqual(names);
	});

test("shows before an import what is new, what is replaced and what cannot be added, and adds the rest", async ({
	stage,
}) => {
	await add(stage, checkOrder);
	const pasted = [
		stock,
		{ name: "bad name", endpoint: "ftp://x.example" },
		{ ...checkOrder, description: "Newer" },
	];
	await withSettings(stage, importing, async (page) => {
		await importEditor(page).fill(JSON.stringify(pasted));
		const shown = page.getByRole("listitem");
		await expect(shown.filter({ hasText: "get_stock" })).toContainText("New");
		await expect(shown.filter({ hasText: "bad name" })).toContainText("Cannot be added");
		await expect(shown.filter({ hasText: "bad name" })).toContainText("must begin with https://");
		await expect(shown.filter({ hasText: "check_order_status" })).toContainText("Replaces the one you have");
		expect(await storedNames(stage)).toEqual([checkOrder.name]);
		await page.getByRole("button", { name: "Add 2 functions" }).click();
		// What was refused stays, to be put right.
		await expect(shown.filter({ hasText: "get_stock" })).toHaveCount(0);
		await expect(shown.filter({ hasText: "bad name" })).toBeVisible();
		expect(JSON.parse(await written(importEditor(page)))).toEqual([pasted[1]]);
		await importEditor(page).fill(JSON.stringify([{ ...stock, name: "good_name" }]));
		await page.getByRole("button", { name: "Add 1 function" }).click();
		await expect(nameLink(page, "get_stock")).toBeVisible();
		await expect(nameLink(page, "good_name")).toBeVisible();
	});
	expect((await storedFunctions(stage)).map(({ name, description }) => [name, description])).toEqual([
		[checkOrder.name, "Newer"],
		["get_stock", ""],
		["good_name", ""],
	]);
});

test("asks where tools that say it nowhere are called: for all of them, or for one", async ({ stage }) => {
	await withSettings(stage, importing, async (page) => {
		await page.getByRole("button", { name: "Show an example" }).click();
		const shown = page.locator("[aria-live=polite] > ul > li");
		await expect(shown).toHaveCount(2);
		for (const row of await shown.all()) await expect(row).toContainText("The URL to call is missing.");
		await expect(page.getByRole("button", { name: "Add functions" })).toBeDisabled();

		await page.getByLabel("URL: all without a URL").fill("https://shop.example.com/tools/");
		await page.getByLabel("Method: all without a URL").selectOption("POST");
		await expect(page.getByLabel("URL: get_stock")).toHaveValue("https://shop.example.com/tools/get_stock");
		await page.getByLabel("URL: check_order_status").fill("http://shop.example.com/{order_id}");
		await page.getByLabel("Method: check_order_status").selectOption("GET");
		await expect(shown.first()).toContainText("Cannot be added yet");
		await page.getByLabel("URL: check_order_status").fill("https://shop.example.com/orders/{order_id}");
		await page.getByRole("button", { name: "Add 2 functions" }).click();
		await expect(nameLink(page, "get_stock")).toBeVisible();
	});
	expect(
		(await storedFunctions(stage)).map(({ name, method, endpoint }) => [name, method, endpoint]),
	).toEqual([
		["check_order_status", "GET", "https://shop.example.com/orders/{order_id}"],
		["get_stock", "POST", "https://shop.example.com/tools/get_stock"],
	]);
});

test("refuses what is no JSON with its line and column, two functions of one name, and 2 MB", async ({
	stage,
}) => {
	await withSettings(stage, importing, async (page) => {
		const addButton = page.getByRole("button", { name: /^Add / });
		await importEditor(page).fill('[\n  { "name": oops }\n]');
		await expect(page.getByText(/line 2, column 13/i).first()).toBeVisible();
		await expect(addButton).toBeDisabled();

		await importEditor(page).fill(JSON.stringify([stock, stock]));
		await expect(page.getByText("Two functions have this name.")).toBeVisible();

		// As a paste is: all at once.
		await importEditor(page).focus();
		await page.keyboard.press("ControlOrMeta+a");
		await paste(
			importEditor(page),
			JSON.stringify({ name: "big", description: "x".repeat(2 * 1024 * 1024) }),
		);
		await expect(page.getByText("at most 1,048,576 are taken")).toBeVisible();
		await expect(page.getByText("Two functions have this name.")).toBeVisible();
	});
	expect(await storedNames(stage)).toEqual([]);
});

test("asks before a pasted text is left behind", async ({ stage }) => {
	await withSettings(stage, importing, async (page) => {
		await importEditor(page).fill(JSON.stringify(stock));
		await page.getByRole("link", { name: "Cancel" }).click();
		await page.getByRole("button", { name: "Stay" }).click();
		await expect(page.getByText("https://shop.example.com/stock").first()).toBeVisible();
		await page.getByRole("link", { name: "Cancel" }).click();
		await page.getByRole("button", { name: "Discard changes" }).click();
		await expect(page.getByText("No functions yet")).toBeVisible();
	});
});

test("can be worked with the keyboard alone", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, list, async (page) => {
		await pressTabUntilFocused(page, page.getByRole("link", { name: "New function" }));
		await page.keyboard.press("Enter");
		await pressTabUntilFocused(page, nameField(page));
		await page.keyboard.type("by_keyboard");
		await pressTabUntilFocused(page, urlField(page));
		await page.keyboard.type(`${crm.url}/x`);
		await page.keyboard.press("Enter");
		await expect(nameLink(page, "by_keyboard")).toBeVisible();
		await pressTabUntilFocused(page, rowOf(page, "by_keyboard").getByLabel("Enabled"));
		await page.keyboard.press("Space");
		await expect(rowOf(page, "by_keyboard").getByText("Off", { exact: true })).toBeVisible();
		await pressTabUntilFocused(page, page.getByRole("button", { name: "Delete by_keyboard" }));
		await page.keyboard.press("Enter");
		await pressTabUntilFocused(page, page.getByRole("button", { name: "Undo" }));
		await page.keyboard.press("Enter");
		await expect(nameLink(page, "by_keyboard")).toBeVisible();
	});
});

/** The list, an editor with something of every kind and something wrong, and an import of good and bad. */
const looks: { state: string; place: string; arrive(page: Page, texts: Texts): Promise<void> }[] = [
	{ state: "the list", place: list, arrive: (page) => expect(nameLink(page, checkOrder.name)).toBeVisible() },
	{
		state: "an editor",
		place: `${list}/${checkOrder.name}`,
		async arrive(page, texts) {
			await page.getByRole("button", { name: texts("settings_functions_fixed_add") }).click();
			await page.getByLabel(texts("settings_functions_fields_name"), { exact: true }).fill("with space");
			await page.getByRole("button", { name: texts("settings_save"), exact: true }).click();
			await expect(page.getByRole("alert")).toBeVisible();
			await jsonEditor(page).waitFor();
		},
	},
	{
		state: "an import",
		place: importing,
		async arrive(page, texts) {
			await page
				.getByRole("textbox", { name: texts("settings_functions_import_title") })
				.fill(JSON.stringify([stock, checkOrder, { name: "bad name", endpoint: "ftp://x" }]));
			await expect(page.getByText(texts("settings_functions_import_refused"))).toBeVisible();
		},
	},
];

test("is accessible in light and dark, and fits 320 px", async ({ stage }) => {
	await add(stage, checkOrder);
	for (const { state, place, arrive } of looks)
		await withSettings(stage, place, async (page) => {
			await arrive(page, readTexts("en"));
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
				expect(await accessibilityProblems(page), `${state}, ${colorScheme}`).toEqual([]);
			}
			await page.setViewportSize(narrow);
			expect(await overflowing(page), state).toEqual([]);
		});
});

test("speaks Spanish, and fits 320 px in it", async () => {
	await withScene({ locale: "es" }, async (scene) => {
		const stage = await setStage(scene);
		await add(stage, checkOrder);
		for (const { state, place, arrive } of looks)
			await withSettings(stage, place, async (page) => {
				await page.setViewportSize(narrow);
				await arrive(page, readTexts("es"));
				expect(await untranslated(page), state).toEqual([]);
				expect(await overflowing(page), state).toEqual([]);
				if (state === "an editor") await expect(page.getByRole("alert")).toContainText("sin espacios");
			});
	});
});
