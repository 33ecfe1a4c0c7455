import type { Locator, Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { cardHeading } from "./support/customer-card";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { json } from "./support/replies";
import { expect, type Stage, test } from "./support/stage";

/** A CRM that counts in cents, has one currency and says so nowhere, and names people in two parts. */
const clients = {
	clients: [
		{
			uid: "c-7",
			given: "Lucía",
			family: "Fernández",
			nick: null,
			labels: ["vip", "linen"],
			purchases: [
				{ ref: "A-1", date: "2026-11-20", total_cents: 4250 },
				{ ref: "A-2", date: "2026-11-22", total_cents: null },
			],
		},
	],
};
const client = ["clients", 0] as const;

const row = (page: Page, ...path: (string | number)[]): Locator =>
	page.locator(`[data-key='${JSON.stringify(path)}']`);
const field = (page: Page, name: string): Locator =>
	page.getByRole("button", { name: new RegExp(`^${name.replace(/[[\].]/g, "\\$&")}( ←|$)`) });
const expression = (page: Page): Locator => page.getByLabel("Expression (JSONata)");
const result = (page: Page): Locator => page.getByRole("region", { name: "As the panel shows it" }).last();

/** Tests an endpoint with an answer, and opens its mapping. */
async function testWith(page: Page, { crm }: Stage, answer: unknown, what = "+34 612 345 678") {
	crm.answer("/api", json(answer));
	await page.getByLabel("URL", { exact: true }).fill(`${crm.url}/api?tel={phone_digits}&q={query}`);
	await page.getByLabel("Method").selectOption("GET");
	await page.getByLabel(/^(Test with this phone|Search for)$/).fill(what);
	await page.getByRole("button", { name: "Test", exact: true }).click();
	await expect(expression(page)).toBeVisible();
}

async function withMapping(stage: Stage, use: (page: Page) => Promise<void>) {
	await withSettings(stage, "#/crm-endpoints/sidePanel_CustomerInfo", async (page) => {
		await testWith(page, stage, clients);
		await use(page);
	});
}

async function tie(page: Page, name: string, ...path: (string | number)[]) {
	await row(page, ...path).click();
	await field(page, name).click();
}

test("maps cents, one currency for all and a name in two parts by clicking alone, up to the card", async ({
	stage,
}) => {
	const { chat, open, panel } = stage;
	await open("lucia");
	await withMapping(stage, async (page) => {
		await tie(page, "name", ...client, "given");
		await tie(page, "name", ...client, "family");
		await page.getByRole("button", { name: "Add behind" }).click();
		await expect(field(page, "name")).toContainText("clients[0].given + clients[0].family");
		await tie(page, "orders[].name", ...client, "purchases", 0, "ref");
		await tie(page, "orders[].amount", ...client, "purchases", 0, "total_cents");
		await page.getByLabel("How orders[].amount is read").selectOption("100");
		await field(page, "currency").click();
		await page.getByLabel("Or the same for all").fill(" eur ");
		await page.keyboard.press("Enter");
		await expect(expression(page)).toHaveValue(
			[
				"clients.{",
				'\t"name": $trim(given[$ != null] & " " & family[$ != null]),',
				'\t"currency": "EUR",',
				'\t"orders": [purchases.{',
				'\t\t"name": ref,',
				'\t\t"amount": $number(total_cents[$ != null]) / 100',
				"\t}]",
				"}",
			].join("\n"),
		);
		await expect(result(page).getByText("Lucía Fernández")).toBeVisible();
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.getByRole("button", { name: "Test", exact: true }).click();
		await expect(page.getByText("Works")).toBeVisible();
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
	});
	await chat.bringToFront();
	await expect(cardHeading(panel, "Lucía Fernández")).toBeVisible();
	await expect(panel.getByText("€42.50").first()).toBeVisible();
	await expect(panel.getByText("A-2")).toBeVisible();
});

test("replaces a value where that is wanted, and takes a divisor and a fixed text back", async ({
	stage,
}) => {
	await withMapping(stage, async (page) => {
		await tie(page, "name", ...client, "uid");
		await tie(page, "name", ...client, "given");
		await expect(page.getByText("name is filled already.")).toBeVisible();
		await page.getByRole("button", { name: "Replace" }).click();
		await expect(expression(page)).toHaveValue(/"name": given\n/);
		// What was typed by hand is understood as well.
		await expression(page).fill('{ "totalSpent": sum / 1000, "currency": "USD" }');
		await expect(field(page, "totalSpent")).toContainText("sum ÷ 1000");
		await expect(page.getByText("nothing there in this answer")).toHaveCount(1);
		await page.getByLabel("How totalSpent is read").selectOption("as it is");
		await expect(expression(page)).toHaveValue(/"totalSpent": sum\n/);
		await page.getByRole("button", { name: "Leave currency empty" }).click();
		await expect(expression(page)).not.toHaveValue(/currency/);
	});
});

test("leaves alone what it does not understand", async ({ stage }) => {
	await withMapping(stage, async (page) => {
		const byHand = 'clients.{ "name": $uppercase(given) & " " & family }';
		await expression(page).fill(byHand);
		await expect(page.getByText("written by hand")).toBeVisible();
		await expect(result(page).getByText("LUCÍA Fernández")).toBeVisible();
		await expect(expression(page)).toHaveValue(byHand);
	});
});

test("takes a list itself, and shows where it goes", async ({ stage }) => {
	await withMapping(stage, async (page) => {
		const list = row(page, ...client, "purchases");
		await list.click();
		await expect(page.getByText("Now click the field for clients[0].purchases.")).toBeVisible();
		// A name is no list.
		await expect(field(page, "name")).toHaveAttribute("aria-disabled", "true");
		await expect(field(page, "orders")).toBeInViewport();
		await field(page, "name").click({ force: true });
		await expect(expression(page)).toHaveValue("");
		await field(page, "orders").click();
		await expect(expression(page)).toHaveValue(/"orders": purchases/);
		// What has the panel's own names stays, once another field is said.
		await tie(page, "orders[].name", ...client, "purchases", 0, "ref");
		await expect(expression(page)).toHaveValue(
			/"orders": \[purchases\.\{\s+"name": ref,\s+"date": date\s+\}\]/,
		);
		await expect(field(page, "orders")).toContainText("clients[0].purchases");
		await page.getByRole("button", { name: "Leave orders empty" }).click();
		await expect(expression(page)).toHaveValue("");
		// The other way round, and with the keyboard; a value in the list will do.
		await field(page, "orders").press("Enter");
		await expect(page.getByText("Now click the list for orders, or a value in it.")).toBeVisible();
		await row(page, ...client, "purchases", 0, "ref").press("Enter");
		await expect(expression(page)).toHaveValue(/"orders": clients\.purchases|"orders": purchases/);
		await field(page, "tags").click();
		await row(page, ...client, "labels").click();
		await expect(expression(page)).toHaveValue(/"tags": labels/);
	});
});

test("opens a list whose value a field waits for, and its arrow does nothing else", async ({ stage }) => {
	await withMapping(stage, async (page) => {
		const list = row(page, ...client, "purchases");
		await expect(list).toHaveAttribute("aria-expanded", "true");
		await list.locator("svg").click();
		await expect(list).toHaveAttribute("aria-expanded", "false");
		await expect(list).toHaveAttribute("aria-selected", "false");
		await field(page, "orders[].name").click();
		await list.click();
		await expect(list).toHaveAttribute("aria-expanded", "true");
		await row(page, ...client, "purchases", 0, "ref").click();
		await expect(field(page, "orders[].name")).toContainText("clients[0].purchases[0].ref");
	});
});

test("lets go of what is picked by Escape, by the button and by a second click", async ({ stage }) => {
	await withMapping(stage, async (page) => {
		const idle = page.getByText("Click a value of the answer, then the field");
		const given = row(page, ...client, "given");
		const ways: [pick: Locator, letGo: () => Promise<void>][] = [
			[given, () => page.keyboard.press("Escape")],
			[given, () => given.click()],
			[given, () => page.getByRole("button", { name: "Cancel (Esc)" }).click()],
			[field(page, "email"), () => page.keyboard.press("Escape")],
			[field(page, "email"), () => field(page, "email").click()],
		];
		for (const [pick, letGo] of ways) {
			await pick.click();
			await expect(idle).toHaveCount(0);
			await letGo();
			await expect(idle).toBeVisible();
		}
		// Asked how, it goes back to where it was.
		await tie(page, "name", ...client, "given");
		await tie(page, "name", ...client, "family");
		await expect(page.getByRole("button", { name: "Add behind" })).toBeFocused();
		await page.keyboard.press("Escape");
		await expect(idle).toBeVisible();
		await expect(field(page, "name")).toBeFocused();
		await expect(expression(page)).toHaveValue(/"name": given\n/);
	});
});

test("says that a customer without anything to show is none, and which fields stay empty", async ({
	stage,
}) => {
	const { tool } = stage;
	await withMapping(stage, async (page) => {
		await expression(page).fill('clients.{ "name": nmae, "email": nick, "currency": "EUR" }');
		await expect(result(page).getByText("A customer without anything to show")).toBeVisible();
		await expect(page.getByText("nothing there in this answer")).toHaveCount(2);
		await page.getByRole("button", { name: "Test", exact: true }).click();
		const told = page.getByRole("status").filter({ hasText: "A customer without anything to show" }).first();
		await expect(told).toContainText("name, email, currency");
		await expect(page.getByText("Works")).toHaveCount(0);
		await expect(page.getByText("knows nobody with this number")).toHaveCount(0);
		await expression(page).fill("clints.{}");
		await page.getByRole("button", { name: "Test", exact: true }).click();
		await expect(page.getByText("The mapping makes no customer of this answer").first()).toBeVisible();
		await expect(page.getByText("Works")).toHaveCount(0);
		// Who says that nobody was found has not looked in the wrong place.
		await expression(page).fill('{ "found": false }');
		await page.getByRole("button", { name: "Test", exact: true }).click();
		await expect(page.getByText("Works")).toBeVisible();
	});
	const url = `${stage.crm.url}/api`;
	const target = { type: "globalSearch", method: "GET", url, mapping: 'clients.{ "subtitle": given }' };
	expect(await tool("test_crm_endpoint", target)).toMatchObject({
		answer: { results: [{ subtitle: "Lucía" }] },
	});
});

test("says that products have no name, and what Insert writes of those that have", async ({ stage }) => {
	const items = { items: [{ title: "Linen shirt", cents: 4250 }, { cents: 900 }] };
	await withSettings(stage, "#/crm-endpoints/search_Products", async (page) => {
		await page.getByText("Answer in another shape?").click();
		await testWith(page, stage, items, "shirt");
		await tie(page, "name", "items", 0, "title");
		await tie(page, "price", "items", 0, "cents");
		await page.getByLabel("How price is read").selectOption("100");
		await expect(result(page).getByText("A product without a name")).toBeVisible();
		const inserted = page.getByRole("figure").filter({ hasText: "What Insert writes" });
		await expect(inserted).toContainText("Linen shirt\n42.5");
	});
});

test("names the answers of several requests", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, "#/crm-endpoints/sidePanel_CustomerInfo", async (page) => {
		crm.answer("/api/more", json({ orders: [{ ref: "A-1" }] }));
		await page.getByText("Request of its own").click();
		await page
			.getByRole("textbox", { name: "Further requests (JSON)" })
			.fill(`[{"url": "${crm.url}/api/more", "method": "GET"}]`);
		await page.getByText("Answer in another shape?").click();
		await expression(page).fill('{ "id": answers[0].clients[0].uid }');
		await testWith(page, stage, clients);
		await expect(row(page, "answers", 1)).toContainText("Answer 2");
		await tie(page, "orders[].name", "answers", 1, "orders", 0, "ref");
		await expect(expression(page)).toHaveValue(/"orders": \[answers\[1\]\.orders\.\{/);
	});
});

test("looks right narrow and dark with a list picked, a question asked and a gap told", async ({ stage }) => {
	await withMapping(stage, async (page) => {
		await page.setViewportSize(narrow);
		await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
		const check = async () => {
			expect(await accessibilityProblems(page)).toEqual([]);
			expect(await overflowing(page)).toEqual([]);
			expect(await untranslated(page)).toEqual([]);
		};
		await row(page, ...client, "purchases").click();
		await check();
		await field(page, "orders").click();
		await tie(page, "orders[].amount", ...client, "purchases", 0, "total_cents");
		await field(page, "currency").click();
		await check();
		await page.keyboard.press("Escape");
		await tie(page, "name", ...client, "nick");
		await tie(page, "name", ...client, "given");
		await check();
		await page.getByRole("button", { name: "Cancel (Esc)" }).click();
		await expect(result(page).getByText("A customer, and nothing says who")).toBeVisible();
		await check();
	});
});
