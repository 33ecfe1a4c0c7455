import type { Page } from "@playwright/test";
import { cast } from "../../demo/cast";
import { accessibilityProblems } from "./support/accessibility";
import { cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { createGate } from "./support/gate";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { html, json } from "./support/replies";
import { expect, type Stage, test } from "./support/stage";

const searchPath = "/search";
const results = (...list: Record<string, unknown>[]) => json({ results: list });
const order = {
	type: "order",
	title: "#1003",
	subtitle: "Lucía, 1 229,90 €",
	url: "https://crm.example.com/o/1003",
};

const palette = (page: Page) => page.getByRole("dialog", { name: "Search everywhere" });
const field = (page: Page) => page.getByRole("combobox", { name: "Search everywhere" });
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });
const group = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const queries = ({ crm }: Stage) => crm.received(searchPath).map(({ query }) => query.get("query"));

async function connectSearch({ crm, tool }: Stage): Promise<void> {
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "globalSearch", url: `${crm.url}${searchPath}`, method: "GET" },
	});
}

/** The panel, connected, with the palette open. */
async function openPalette(stage: Stage): Promise<void> {
	await connectToKnowAll(stage);
	await connectSearch(stage);
	await expect(stage.panel.getByRole("heading", { name: "No chat open" })).toBeVisible();
	await stage.panel.keyboard.press("Control+k");
	await expect(field(stage.panel)).toBeFocused();
}

/** No page of the CRM is loaded from the internet. */
async function serveCrmPages({ browser }: Stage): Promise<void> {
	await browser.context.route("https://crm.example.com/**", (route) =>
		route.fulfill({ body: "A page of the CRM" }),
	);
}

test("groups what the CRM finds by type, and opens what is chosen in a new tab", async ({ stage }) => {
	const { browser, crm, panel } = stage;
	crm.answer(
		searchPath,
		results(
			order,
			{ type: "customer", title: "Lucía", id: 7 },
			{ ...order, title: "#1004", url: `${order.url}4` },
		),
	);
	await serveCrmPages(stage);
	await openPalette(stage);
	await expect(panel.getByText("Searches your CRM, the customers known here")).toBeVisible();
	await field(panel).fill("luci");
	await expect(group(panel, "Order").getByRole("option")).toHaveCount(2);
	await expect(group(panel, "Customer").getByRole("option")).toHaveCount(1);
	await expect(option(panel, /^Lucía/)).toHaveAttribute("aria-selected", "true");
	await expect(panel.getByText("Enter copies its name.")).toBeVisible();
	await field(panel).press("ArrowDown");
	await expect(option(panel, /#1003/)).toHaveAttribute("aria-selected", "true");
	await expect(panel.getByText("Enter opens the page in a new tab.")).toBeVisible();
	await field(panel).press("ArrowDown");
	await expect(option(panel, /#1004/)).toHaveAttribute("aria-selected", "true");
	const opened = browser.context.waitForEvent("page");
	await field(panel).press("Enter");
	const page = await opened;
	await page.waitForURL(`${order.url}4`);
	await page.close();
	await expect(palette(panel)).toHaveCount(0);
});

test("finds settings, deliveries and customers at once, while the CRM is still answering", async ({
	stage,
}) => {
	const { crm, open, panel, tool } = stage;
	const gate = createGate();
	crm.answer(searchPath, async () => {
		await gate.passed;
		return results(order);
	});
	const webhook = {
		webhook_enabled: true,
		webhook_url: `${crm.url}/hook`,
		webhook_events: ["phone.detected"],
	};
	await tool("configure_webhooks", webhook);
	await tool("configure_webhooks", { ...webhook, confirm: true });
	await connectToKnowAll(stage);
	await connectSearch(stage);
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await panel.keyboard.press("Control+k");
	await field(panel).fill("612 345 678");
	await expect(group(panel, "Customers known here").getByRole("option")).toContainText(
		nameFor(cast.lucia.phone),
	);
	await expect(group(panel, "Deliveries").getByRole("option")).toContainText("phone.detected");
	await expect(panel.getByText("Asking your CRM…")).toBeVisible();
	const first = option(panel, new RegExp(`CRM \\${cast.lucia.phone}`));
	await expect(first).toHaveAttribute("aria-selected", "true");
	gate.open();
	await expect(option(panel, /#1003/)).toBeVisible();
	await expect(first).toHaveAttribute("aria-selected", "true");
	await field(panel).fill("webhook secret");
	await expect(group(panel, "Settings").getByRole("option").first()).toContainText("Webhook secret");
});

test("finds a linked customer nobody has looked up", async ({ stage }) => {
	const { crm, panel } = stage;
	crm.answer(searchPath, results());
	await openPalette(stage);
	const link = { customerId: "7", customerName: "Nora Vidal", phones: ["+34600111222"], at: 0, by: "hand" };
	const records = [{ key: "lid:1@lid", rejected: [], link }];
	const message = { message: "undoDecision", data: { records } };
	await panel.evaluate((remembered) => chrome.runtime.sendMessage(remembered), message);
	await field(panel).fill("vidal 600 111");
	await expect(group(panel, "Customers known here").getByRole("option")).toContainText("Nora Vidal");
	crm.answer("/customer-info", json({ found: true, customer: { id: 7, name: "Nora Vidal", state: "vip" } }));
	await field(panel).press("Enter");
	const shown = panel.getByRole("dialog", { name: "Customer" });
	await expect(shown).toContainText(/Nora Vidal/);
	expect(JSON.parse(crm.received("/customer-info").at(-1)?.body ?? "").customer_id).toBe("7");
});

test("shows a customer who was looked up before, as their card has them, in the panel and in the settings", async ({
	stage,
}) => {
	const { browser, crm, open, panel } = stage;
	await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
	crm.answer(searchPath, results());
	await connectToKnowAll(stage);
	await connectSearch(stage);
	const lucia = { name: "Lucía Fernández", phone: "+34612345678", currency: "EUR", totalSpent: 1158.55 };
	crm.answer("/customer-info", json({ found: true, customers: [{ name: "Luz" }, lucia] }));
	await open("lucia");
	await expect(cardHeading(panel, "Luz")).toBeVisible();
	// The card is there without the CRM.
	crm.answer("/customer-info", html(500));
	const look = async (page: Page) => {
		await field(page).fill("lucia fern");
		await expect(option(page, /Lucía Fernández/)).toBeVisible();
		await expect(page.getByText("Enter shows the customer.")).toBeVisible();
		await field(page).press("Enter");
		const shown = page.getByRole("dialog", { name: "Customer" });
		await expect(shown).toContainText(/Lucía Fernández.*€1,159.*Updated/);
		return shown;
	};
	await panel.keyboard.press("Control+k");
	const shown = await look(panel);
	await shown.getByRole("button", { name: "Copy phone" }).click();
	expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe("+34612345678");
	await panel.setViewportSize(narrow);
	expect(await overflowing(panel)).toEqual([]);
	expect(await accessibilityProblems(panel)).toEqual([]);
	await panel.keyboard.press("Escape");
	await expect(shown).toHaveCount(0);
	await expect(field(panel)).toBeFocused();
	await expect(field(panel)).toHaveValue("lucia fern");
	await withSettings(stage, "#/overview", async (page) => {
		await page.getByRole("button", { name: /Search everywhere/ }).click();
		await look(page);
	});
});

test("takes nothing by itself in whose place a person may stand in a moment", async ({ stage }) => {
	const { crm, panel } = stage;
	const gate = createGate();
	crm.answer(searchPath, async () => {
		await gate.passed;
		return results(order, { type: "customer", title: "Ana Secretario", url: order.url });
	});
	await openPalette(stage);
	await field(panel).fill("secret");
	await expect(group(panel, "Settings").getByRole("option").first()).toBeVisible();
	await expect(panel.getByRole("option", { selected: true })).toHaveCount(0);
	await field(panel).press("Enter");
	await expect(palette(panel)).toBeVisible();
	gate.open();
	await expect(option(panel, /Ana Secretario/)).toHaveAttribute("aria-selected", "true");
	await expect(panel.getByRole("group").first()).toHaveAccessibleName("Customer");
	await expect(panel.getByRole("group").last()).toHaveAccessibleName("Settings");
});

test("goes to a place of the settings, from the panel and within the settings", async ({ stage }) => {
	const { browser, crm, panel } = stage;
	crm.answer(searchPath, results());
	await openPalette(stage);
	await field(panel).fill("webhook secret");
	await expect(option(panel, /Webhook secret/)).toBeVisible();
	const opened = browser.context.waitForEvent("page");
	await field(panel).press("Enter");
	const settings = await opened;
	await settings.waitForURL(/#\/webhooks\/secret$/);
	await settings.close();
	await withSettings(stage, "#/overview", async (page) => {
		await page.getByRole("button", { name: /Search everywhere/ }).click();
		await field(page).fill("webhook");
		await expect(group(page, "Settings").getByRole("option")).toHaveCount(5);
		// The keys choose here, and not in the list of pages behind.
		await field(page).press("ArrowDown");
		await expect(field(page)).toBeFocused();
		await field(page).fill("webhook secret");
		await option(page, /Webhook secret/).click();
		await page.waitForURL(/#\/webhooks\/secret$/);
		await expect(palette(page)).toHaveCount(0);
	});
});

test("shows the answer to the last query, in whatever order answers come", async ({ stage }) => {
	const { crm, panel } = stage;
	const gates = { tea: createGate(), teapot: createGate() };
	crm.answer(searchPath, async ({ query }) => {
		const asked = query.get("query") as keyof typeof gates;
		await gates[asked].passed;
		return results({ title: `The answer to ${asked}` });
	});
	await openPalette(stage);
	await field(panel).fill("tea");
	await expect.poll(() => queries(stage)).toEqual(["tea"]);
	await field(panel).fill("teapot");
	await expect.poll(() => queries(stage)).toEqual(["tea", "teapot"]);
	await expect.poll(() => crm.received(searchPath)[0]?.outcome).toBe("aborted");
	gates.teapot.open();
	await expect(option(panel, /The answer to teapot/)).toBeVisible();
	gates.tea.open();
	await expect(panel.getByRole("option")).toHaveCount(1);
});

test("ends the request when it is closed, and gives the focus back", async ({ stage }) => {
	const { crm, panel } = stage;
	const gate = createGate();
	crm.answer(searchPath, async () => {
		await gate.passed;
		return results(order);
	});
	await openPalette(stage);
	await field(panel).press("Escape");
	const button = panel.getByRole("button", { name: "Search everywhere" });
	await button.click();
	await field(panel).fill("tea");
	await expect.poll(() => queries(stage)).toEqual(["tea"]);
	await field(panel).press("Escape");
	await expect(palette(panel)).toHaveCount(0);
	await expect(button).toBeFocused();
	await expect.poll(() => crm.received(searchPath)[0]?.outcome).toBe("aborted");
	gate.open();
});

test("says that nothing was found, that no search is set up, or why the CRM gave no answer", async ({
	stage,
}) => {
	const { crm, panel } = stage;
	await connectToKnowAll(stage);
	await expect(panel.getByRole("heading", { name: "No chat open" })).toBeVisible();
	await panel.keyboard.press("Control+k");
	await field(panel).fill("unicorn");
	await expect(panel.getByText("Your CRM is not searched yet.")).toBeVisible();
	await connectSearch(stage);
	crm.answer(searchPath, results());
	await field(panel).fill("unicorns");
	await expect(panel.getByText("Nothing was found.")).toBeVisible();
	crm.answer(searchPath, html(500));
	await field(panel).fill("lamp");
	await expect(palette(panel)).toContainText("Your CRM answered with error 500");
	crm.answer(searchPath, results(order));
	await panel.getByRole("button", { name: "Retry" }).click();
	await expect(option(panel, /#1003/)).toBeVisible();
});

test("copes with results without ids and titles, with duplicates and with ten thousand", async ({
	stage,
}) => {
	const { crm, panel } = stage;
	crm.answer(
		searchPath,
		results({}, order, order, { type: "note", url: "javascript:alert(1)", title: "<b>Note</b>" }),
	);
	await openPalette(stage);
	await field(panel).fill("odd");
	await expect(panel.getByRole("option")).toHaveCount(3);
	await expect(option(panel, "<b>Note</b>")).toBeVisible();
	crm.answer(
		searchPath,
		results(...Array.from({ length: 10_000 }, (_, id) => ({ id, title: `Result ${id}` }))),
	);
	await field(panel).fill("many");
	await expect(panel.getByRole("option")).toHaveCount(50);
});

test("is accessible in light and dark, and fits 320 px", async ({ stage }) => {
	const { crm, panel } = stage;
	await panel.emulateMedia({ reducedMotion: "reduce" });
	crm.answer(searchPath, results(order, { ...order, title: "A very long title ".repeat(12) }));
	await openPalette(stage);
	await field(panel).fill("secret");
	await expect(option(panel, /#1003/)).toBeVisible();
	await panel.setViewportSize(narrow);
	expect(await overflowing(panel)).toEqual([]);
	expect(await untranslated(panel)).toEqual([]);
	for (const colorScheme of ["light", "dark"] as const) {
		await panel.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		expect(await accessibilityProblems(panel), colorScheme).toEqual([]);
	}
});

/** What the address bar shows for a text typed behind the keyword, as Chrome asks for it. */
async function typeInOmnibox({ browser }: Stage, text: string) {
	const worker = browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent("serviceworker"));
	return worker.evaluate(
		(typed) =>
			new Promise<{ first?: string; suggestions: chrome.omnibox.SuggestResult[] }>((resolve) => {
				let first: string | undefined;
				chrome.omnibox.setDefaultSuggestion = async ({ description }) => {
					first = description;
				};
				Reflect.get(chrome.omnibox.onInputChanged, "dispatch").call(
					chrome.omnibox.onInputChanged,
					typed,
					(suggestions: chrome.omnibox.SuggestResult[]) => resolve({ first, suggestions }),
				);
			}),
		text,
	);
}

test("suggests what the CRM finds in the address bar, and opens the first on Enter", async ({ stage }) => {
	const { browser, crm } = stage;
	crm.answer(
		searchPath,
		results({ type: "note", title: "No link" }, { ...order, title: `<b>Tom & "Jerry"</b>` }, order),
	);
	await serveCrmPages(stage);
	await connectSearch(stage);
	const { first, suggestions } = await typeInOmnibox(stage, "lucia");
	expect(first).toBe("Open &lt;b&gt;Tom &amp; &quot;Jerry&quot;&lt;/b&gt;");
	expect(suggestions).toEqual([
		{
			content: order.url,
			description:
				"&lt;b&gt;Tom &amp; &quot;Jerry&quot;&lt;/b&gt; <dim>order · Lucía, 1 229,90 €</dim> <url>crm.example.com</url>",
		},
	]);
	const opened = browser.context.waitForEvent("page");
	const [worker] = browser.context.serviceWorkers();
	await worker?.evaluate(() =>
		Reflect.get(chrome.omnibox.onInputEntered, "dispatch").call(
			chrome.omnibox.onInputEntered,
			"lucia",
			"newForegroundTab",
		),
	);
	const page = await opened;
	await page.waitForURL(order.url);
	await page.close();
});

test("says in the address bar that no search is set up, or that there is no answer", async ({ stage }) => {
	expect((await typeInOmnibox(stage, "x")).first).toBe("No search is set up yet. Enter opens the settings.");
	expect((await typeInOmnibox(stage, " ")).first).toBe("No search is set up yet. Enter opens the settings.");
	await connectSearch(stage);
	expect((await typeInOmnibox(stage, " ")).first).toBe(
		"Search your CRM: Enter opens the first that is found.",
	);
	stage.crm.answer(searchPath, html(500));
	expect((await typeInOmnibox(stage, "lamp")).first).toBe("Your CRM gave no answer. Enter shows why.");
	stage.crm.answer(searchPath, results());
	expect(await typeInOmnibox(stage, "<x>")).toEqual({
		first: "Your CRM has nothing on “&lt;x&gt;”. Enter opens the settings.",
		suggestions: [],
	});
	stage.crm.answer(searchPath, results({ type: "note", title: "No link" }));
	expect((await typeInOmnibox(stage, "note")).first).toBe(
		"Your CRM found something on “note”, but nothing with a page to open. Enter opens the settings.",
	);
});
