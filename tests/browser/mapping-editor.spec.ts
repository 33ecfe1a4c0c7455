import type { Locator, Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { cardHeading } from "./support/customer-card";
import { narrow, overflowing, untranslated } from "./support/layout";
import { settingsUrl, withSettings } from "./support/options-page";
import { json } from "./support/replies";
import { expect, type Stage, test } from "./support/stage";

const place = "#/crm-endpoints/sidePanel_CustomerInfo";
/** The API of a CRM that knows nothing of Chatside. */
const people = {
	meta: { total: 1 },
	data: {
		people: [
			{
				id: "p-7",
				full_name: "Lucía Fernández",
				contact: { mails: ["lucia@example.com", "l.f@example.com"] },
				labels: ["vip", "linen"],
				purchases: [
					{ ref: "A-1", sum: "42.50", cur: "EUR" },
					{ ref: "A-2", sum: "7.00", cur: "EUR" },
				],
			},
		],
	},
};

const section = (page: Page) =>
	page.locator("details").filter({ has: page.getByText("Answer in another shape?") });
/** Of what is folded, the first values are shown as well. */
const value = (page: Page, text: string): Locator =>
	page.locator("[role=treeitem]:not([aria-expanded])").filter({ hasText: text }).last();
const field = (page: Page, name: string): Locator =>
	section(page).getByRole("button", { name: new RegExp(`^${name.replace(/[[\].]/g, "\\$&")}( ←|$)`) });
const expression = (page: Page) => page.getByLabel("Expression (JSONata)");

/** Tests the customer endpoint with a phone; the answer cannot be used as it is, and so the mapping opens. */
async function testAndOpen(page: Page, { crm }: Stage): Promise<void> {
	crm.answer("/api/people", json(people));
	await page.getByLabel("URL", { exact: true }).fill(`${crm.url}/api/people?tel={phone_digits}`);
	await page.getByLabel("Method").selectOption("GET");
	await page.getByLabel("Test with this phone").fill("+34 612 345 678");
	await page.getByRole("button", { name: "Test", exact: true }).click();
	await expect(page.getByText("The answer cannot be understood")).toBeVisible();
	await page.getByRole("button", { name: "Map the answer" }).click();
	await expect(section(page).locator("summary")).toBeInViewport();
	await expect(expression(page)).toBeVisible();
}

/** Does what opens the settings in a tab of their own, and gives that to `use`. */
async function inOpened(stage: Stage, open: () => Promise<void>, use: (page: Page) => Promise<void>) {
	const [page] = await Promise.all([stage.browser.context.waitForEvent("page"), open()]);
	await page.emulateMedia({ reducedMotion: "reduce" });
	await use(page);
	await page.close();
}

test("connects a CRM with a shape of its own by clicking alone, from the empty panel to the card", async ({
	stage,
}) => {
	const { chat, crm, open, panel } = stage;
	await open("lucia");
	const start = () => panel.getByRole("button", { name: "Any other API" }).click();
	await inOpened(stage, start, async (page) => {
		await testAndOpen(page, stage);
		expect(crm.received("/api/people")[0]?.query.toString()).toBe("tel=34612345678");
		const second = page.locator(`[data-key='["data","people",0,"purchases",1]']`);
		await second.click();
		await expect(value(page, "A-2")).toBeVisible();
		await value(page, "Lucía Fernández").click();
		await field(page, "name").click();
		// The other way round.
		await field(page, "email").click();
		await value(page, "lucia@example.com").click();
		// What was unfolded stays so.
		await expect(value(page, "A-2")).toBeVisible();
		await second.click();
		await value(page, "vip").click();
		await field(page, "tags").click();
		for (const [name, text] of [
			["orders[].name", "A-1"],
			["orders[].amount", "42.50"],
			["orders[].currency", "EUR"],
		] as const) {
			await value(page, text).click();
			await field(page, name).click();
		}
		await expect(field(page, "orders[].name")).toContainText("data.people[0].purchases[0].ref");
		await expect(section(page).getByText("€49.50").first()).toBeVisible();
		await expect(expression(page)).toHaveValue(/^data\.people\.\{/);

		await page.getByRole("button", { name: "Test", exact: true }).click();
		await expect(page.getByText("Works")).toBeVisible();
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
		expect(await accessibilityProblems(page)).toEqual([]);
	});
	await chat.bringToFront();
	await expect(cardHeading(panel, "Lucía Fernández")).toBeVisible();
	await expect(panel.getByText("A-2")).toBeVisible();
	await expect(panel.getByText("lucia@example.com").first()).toBeVisible();
});

test("takes along what was typed in the panel", async ({ stage }) => {
	const { crm, panel } = stage;
	const url = `${crm.url}/api/people?tel={phone_digits}`;
	await panel.getByLabel("Customer endpoint (URL)").fill(url);
	await panel.getByLabel("Method").selectOption("GET");
	await panel.getByLabel("Sign-in").selectOption("header");
	await panel.getByLabel("Value").fill("Bearer typed");
	const start = () => panel.getByRole("button", { name: "Any other API" }).click();
	await inOpened(stage, start, async (page) => {
		await expect(page.getByLabel("URL", { exact: true })).toHaveValue(url);
		await expect(page.getByLabel("Method")).toHaveValue("GET");
		await expect(page.getByLabel("Value")).toHaveValue("Bearer typed");
	});
});

test("leads from the panel's test of an answer in another shape to its mapping, with what was entered", async ({
	stage,
}) => {
	const { crm, open, panel } = stage;
	crm.answer("/people", json(people));
	await open("lucia");
	await panel.getByLabel("Customer endpoint (URL)").fill(`${crm.url}/people`);
	await panel.getByRole("button", { name: "Test the connection" }).click();
	const map = () => panel.getByRole("button", { name: "Map the answer" }).click();
	await inOpened(stage, map, async (page) => {
		await expect(page.getByLabel("URL", { exact: true })).toHaveValue(`${crm.url}/people`);
		await page.getByLabel("Test with this phone").fill("+34 612 345 678");
		await page.getByRole("button", { name: "Test", exact: true }).click();
		await value(page, "Lucía Fernández").click();
		await field(page, "name").click();
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
	});
	await stage.chat.bringToFront();
	await expect(cardHeading(panel, "Lucía Fernández")).toBeVisible();
});

test("says at an endpoint that its mapping is broken, and where, however it came there", async ({
	stage,
}) => {
	const { connect, panel } = stage;
	await connect({ mapping: "data.people" });
	await panel.evaluate(async () => {
		const { settings } = (await chrome.storage.local.get("settings")) as {
			settings: { crm_endpoints: { mapping?: string }[] };
		};
		for (const endpoint of settings.crm_endpoints) endpoint.mapping = '{\n  "name": given given\n}';
		await chrome.storage.local.set({ settings });
	});
	await withSettings(stage, "#/crm-endpoints", async (page) => {
		await expect(page.getByRole("alert")).toContainText("no JSONata expression: line 2, column 17");
		await page.goto(settingsUrl(stage, place));
		await expect(page.getByRole("alert")).toHaveCount(0);
		await expect(section(page).getByText(/line 2, column 17/)).toBeVisible();
	});
});

test("is clicked through with the keyboard", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await testAndOpen(page, stage);
		await field(page, "name").focus();
		await page.keyboard.press("Enter");
		await expect(page.getByText("Now click the value for name.")).toBeVisible();
		const first = page.getByRole("treeitem").first();
		await first.focus();
		await page.keyboard.press("ArrowLeft");
		await expect(first).toHaveAttribute("aria-expanded", "false");
		await page.keyboard.press("End");
		for (const step of ["full_name"]) {
			while (!(await page.locator(":focus").textContent())?.startsWith(step))
				await page.keyboard.press("ArrowUp");
		}
		await page.keyboard.press("Enter");
		await expect(expression(page)).toHaveValue(/"name": full_name/);
		await field(page, "name").focus();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await expect(expression(page)).toHaveValue("");
	});
});

test("says what is wrong with an expression, and where", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await testAndOpen(page, stage);
		await expression(page).fill('data.people.{\n  "name": full_name full_name\n}');
		await expect(section(page).getByText(/line 2, column 21/)).toBeVisible();
		await expect(section(page).getByText("written by hand")).toBeVisible();
		await expression(page).fill('data.people.{ "name": $uppercase(full_name) }');
		await expect(section(page).getByText("LUCÍA FERNÁNDEZ")).toBeVisible();
		await expression(page).fill("($f := function($n) { $f($n + 1) }; $f(1))");
		await expect(section(page).getByText(/longer than 1 s/)).toBeVisible();
		await expression(page).fill("data.people.id");
		await expect(section(page).getByText(/cannot be used/)).toBeVisible();
		await expression(page).fill("meta.{");
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(
			page.getByText(/add_crm_endpoint\.mapping: The mapping is no JSONata expression/),
		).toBeVisible();
	});
});

test("sets fixed entries, headers, a body and steps", async ({ stage }) => {
	const { crm, tool } = stage;
	crm.answer("/find", json({ hits: [{ id: 7 }] }));
	crm.answer("/people/7", json({ name: "Ana" }));
	await withSettings(stage, place, async (page) => {
		await page.getByLabel("URL", { exact: true }).fill(`${crm.url}/find`);
		await page.getByText("Request of its own").click();
		await page.getByRole("button", { name: "Add a query entry" }).click();
		await page.getByLabel("Name 1").fill("shop");
		await page.getByLabel("Value shop").fill("es");
		await page.getByRole("textbox", { name: "Body (JSON)" }).fill('{"tel": "{phone}"}');
		const steps = page.getByRole("textbox", { name: "Further requests (JSON)" });
		await steps.fill("nothing");
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByText(/Line 1, column 1/).first()).toBeVisible();
		await steps.fill(`[{"url": "${crm.url}/people/{answer.hits.0.id}", "method": "GET"}]`);
		await page.getByText("Answer in another shape?").click();
		await expression(page).fill("answers[1]");
		await page.getByLabel("Test with this phone").fill("+34 612 345 678");
		await page.getByRole("button", { name: "Test", exact: true }).click();
		await expect(page.getByText("Answer 2", { exact: true })).toBeVisible();
		await expect(section(page).getByText("Ana").last()).toBeVisible();
		expect(crm.received("/find")[0]).toMatchObject({ body: '{"tel":"+34612345678"}' });
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
	});
	expect(await tool("get_crm_endpoints", {})).toMatchObject({
		crm_endpoints: [
			{ query: { shop: "es" }, body: { tel: "{phone}" }, steps: [{ method: "GET" }], mapping: "answers[1]" },
		],
	});
});

test("looks right narrow and dark", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await testAndOpen(page, stage);
		await page.getByText("Request of its own").click();
		await value(page, "Lucía Fernández").click();
		await field(page, "name").click();
		await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.setViewportSize(narrow);
		expect(await overflowing(page)).toEqual([]);
		expect(await untranslated(page)).toEqual([]);
	});
});
