import type { Page } from "@playwright/test";
import { createGate } from "./support/gate";
import {
	beginningOf,
	found,
	halfOf,
	hangUp,
	html,
	json,
	nobody,
	type Reply,
	redirect,
	silence,
	streamOf,
	text,
} from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

const card = (panel: Page) => panel.getByTestId("customer-card");
const good = found({ name: "Lucía F.", ordersCount: 3 });

/** Opens Lucía's chat with a CRM that gives this answer. */
async function openWith(
	{ crm, connect, open }: Stage,
	reply: Reply,
	endpoint: Record<string, unknown> = {},
): Promise<void> {
	crm.answer(customerPath, reply);
	await connect(endpoint);
	await open("lucia");
}

const failures: {
	when: string;
	reply: Reply;
	endpoint?: Record<string, unknown>;
	title: string;
	text: string | RegExp;
	excerpt?: string;
}[] = [
	{
		when: "the connection is cut",
		reply: hangUp,
		title: "Your CRM cannot be reached",
		text: /127\.0\.0\.1:\d+ does not answer\. Check that the server runs/,
	},
	{
		when: "there is no answer in time",
		reply: silence,
		endpoint: { timeout_ms: 1_000 },
		title: "Your CRM is too slow",
		text: "no answer within 1 seconds",
	},
	{
		when: "the answer stops in the middle",
		reply: beginningOf({ found: true, customer: {} }),
		endpoint: { timeout_ms: 1_000 },
		title: "Your CRM is too slow",
		text: "no answer within 1 seconds",
	},
	{
		when: "the connection is cut in the middle of the answer",
		reply: halfOf({ found: true, customer: { name: "Lucía" } }),
		title: "Your CRM cannot be reached",
		text: "does not answer",
	},
	{
		when: "it answers 401",
		reply: json({ error: "bad token" }, { status: 401 }),
		title: "Your CRM refused the credentials (401)",
		text: "Check the user name, key or token",
		excerpt: "bad token",
	},
	{
		when: "it answers 403",
		reply: json({ error: "no scope" }, { status: 403 }),
		title: "Your CRM denies access (403)",
		text: "may not read customers",
		excerpt: "no scope",
	},
	{
		when: "it answers 404",
		reply: html(404),
		title: "Nothing at this address (404)",
		text: "Check the URL of the connection",
		excerpt: "Please sign in",
	},
	{
		when: "it answers 500",
		reply: text("Stack overflow", { status: 500 }),
		title: "Your CRM answered with error 500",
		text: "Something failed inside your CRM",
		excerpt: "Stack overflow",
	},
	{
		when: "it answers 429",
		reply: text("Slow down", { status: 429 }),
		title: "Your CRM answered with error 429",
		text: "The request was not accepted",
		excerpt: "Slow down",
	},
	{
		when: "it answers with a page",
		reply: html(),
		title: "The answer is not JSON",
		text: "perhaps a sign-in or error page",
		excerpt: "<h1>Please sign in</h1>",
	},
	{
		when: "the answer is empty",
		reply: text(""),
		title: "The answer is not JSON",
		text: "Your CRM sent something else",
	},
	{
		when: "the JSON breaks off",
		reply: text('{"found":true,"customer":{"name":"Luc'),
		title: "The answer breaks off",
		text: "The JSON ends in the middle",
		excerpt: '"name":"Luc',
	},
	{
		when: "the JSON is a list",
		reply: json([{ name: "Lucía" }]),
		title: "The answer cannot be understood",
		text: "not an object with “found”",
		excerpt: '[{"name":"Lucía"}]',
	},
	{
		when: "found is missing",
		reply: json({ status: "ok" }),
		title: "The answer cannot be understood",
		text: "neither “found” nor a customer",
		excerpt: '{"status":"ok"}',
	},
	{
		when: "customers is null",
		reply: json({ found: true, customers: null }),
		title: "The answer cannot be understood",
		text: "It says “found”: true, but holds no customer",
		excerpt: '"customers":null',
	},
	{
		when: "the answer is over 5 MB",
		reply: streamOf(6 * 1024 * 1024),
		title: "The answer is too large",
		text: "over 5 MB",
	},
];

for (const { when, reply, endpoint, title, text: words, excerpt } of failures)
	test(`says what is wrong and recovers with Retry when ${when}`, async ({ stage }) => {
		const { panel, crm } = stage;
		await openWith(stage, reply, endpoint);
		const alert = panel.getByRole("alert");
		await expect(alert).toContainText(title);
		await expect(alert).toContainText(words);
		if (excerpt) await expect(alert).toContainText(excerpt);
		await expect(alert.getByRole("button", { name: "Change connection" })).toBeVisible();
		await expect(card(panel)).toHaveCount(0);

		crm.answer(customerPath, good);
		await alert.getByRole("button", { name: "Retry" }).click();
		await expect(card(panel).getByRole("heading", { name: "Lucía F." })).toBeVisible();
		await expect(panel.getByRole("alert")).toHaveCount(0);
	});

test("says that the CRM cannot be reached when it is down, and recovers when it is back", async ({
	stage,
}) => {
	const { panel, crm } = stage;
	await crm.stop();
	await openWith(stage, good);
	await expect(panel.getByRole("alert")).toContainText("Your CRM cannot be reached");
	await crm.start();
	await panel.getByRole("button", { name: "Retry" }).click();
	await expect(card(panel)).toBeVisible();
});

test("shows the chat's name in a skeleton while the CRM is slow, then the card", async ({ stage }) => {
	const { panel, crm, connect, open } = stage;
	const gate = createGate();
	crm.answer(customerPath, async () => {
		await gate.passed;
		return good;
	});
	await connect();
	await open("lucia");
	const skeleton = panel.getByTestId("customer-skeleton");
	await expect(skeleton).toContainText("Lucía Fernández");
	await expect(skeleton).toContainText("+34 612 34 56 78");
	await expect.poll(() => crm.received(customerPath)).toHaveLength(1);
	await expect(skeleton).toBeVisible();
	gate.open();
	await expect(card(panel)).toBeVisible();
	await expect(skeleton).toHaveCount(0);
});

for (const status of [301, 302, 307, 308])
	test(`sends nothing to where a redirect ${status} leads`, async ({ stage }) => {
		const { panel, crm, elsewhere } = stage;
		elsewhere.answer(customerPath, good);
		await openWith(stage, redirect(`${elsewhere.url}${customerPath}`, status), {
			auth: { type: "header", fields: { "X-Api-Key": "secret" } },
		});
		const alert = panel.getByRole("alert");
		await expect(alert).toContainText("The address leads elsewhere");
		await expect(alert).toContainText("Enter the final address.");
		expect(crm.received(customerPath)).toHaveLength(1);
		expect(elsewhere.received()).toEqual([]);
	});

test("follows no redirect within the same server either", async ({ stage }) => {
	const { panel, crm } = stage;
	crm.answer("/moved", good);
	await openWith(stage, redirect(`${crm.url}/moved`));
	await expect(panel.getByRole("alert")).toContainText("The address leads elsewhere");
	expect(crm.received("/moved")).toEqual([]);
});

test("says that nobody is found, and whom it asked for", async ({ stage }) => {
	const { panel } = stage;
	await openWith(stage, nobody);
	await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
	await expect(panel.getByText("+34 612 34 56 78")).toBeVisible();
	await expect(panel.getByRole("button", { name: "Refresh" })).toBeVisible();
	await expect(panel.getByRole("alert")).toHaveCount(0);
});

test("shows markup as text wherever it comes", async ({ stage }) => {
	const { panel } = stage;
	const markup = (id: string) =>
		`<img src=x id=${id} onerror="document.title='owned'"><script>document.title='owned'</script>`;
	const dialogs: string[] = [];
	panel.on("dialog", (dialog) => {
		dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	await openWith(
		stage,
		found({
			name: markup("a1"),
			email: markup("a2"),
			state: markup("a3"),
			tags: [markup("a4")],
			notes: markup("a5"),
			address: markup("a6"),
			currency: "<b>EUR</b>",
			totalSpent: 5,
			orders: [
				{
					name: markup("a7"),
					amount: 5,
					state: markup("a8"),
					items: [{ name: markup("a9"), sku: markup("a10"), quantity: 1 }],
					tracking: [{ carrier: markup("a11"), number: markup("a12"), status: markup("a13") }],
				},
			],
			abandonedCarts: [{ items: [{ name: markup("a14") }], url: markup("a15") }],
			[markup("a16")]: markup("a17"),
			totalDiscounts: markup("a18"),
		}),
	);
	await expect(card(panel).getByRole("heading", { level: 1 })).toHaveText(markup("a1"));
	await panel.locator("button[aria-expanded]").click();
	await panel.getByText("of the answer could not be read").click();
	for (const id of ["a5", "a9", "a12", "a17", "a18"])
		await expect(panel.getByText(`id=${id} `).first()).toBeAttached();
	await expect(panel.locator("main :is(img, script, iframe, b, [id^=a1], [onerror])")).toHaveCount(0);
	expect(await panel.title()).not.toContain("owned");
	expect(dialogs).toEqual([]);
});

test("makes no link of an address that is not http", async ({ stage }) => {
	const { panel } = stage;
	const script = "javascript:document.title='owned'";
	const data = "data:text/html,<script>alert(1)</script>";
	await openWith(
		stage,
		found({
			name: "Lucía",
			shopUrl: script,
			orders: [
				{
					name: "#1",
					url: data,
					items: [{ name: "Lamp", url: " JavaScript:alert(1)", image: data }],
					tracking: [{ number: "1Z", url: script, status: "On its way" }],
				},
			],
			abandonedCarts: [{ url: data, items: [{ name: "Rug", url: "vbscript:x" }] }],
			portal: script,
			files: [data, "file:///etc/passwd", "https://files.example.com/1"],
		}),
	);
	await panel.locator("button[aria-expanded]").click();
	await expect(panel.getByText("Lamp")).toBeVisible();
	await expect(panel.locator("main img")).toHaveCount(0);
	const links = await panel
		.locator("main a")
		.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
	expect(links).toEqual(["https://files.example.com/1"]);
	// Not lost: what is no link is there as text, and named among what could not be read.
	await expect(panel.getByText(script).first()).toBeVisible();
	await panel.getByText("fields of the answer could not be read").click();
	await expect(panel.getByText("customer.orders[0].tracking[0].url")).toBeVisible();
	await expect(panel.getByText("customer.shopUrl")).toBeVisible();
});

test("scrolls ten thousand orders with a few rows in the page", async ({ stage }) => {
	const { panel } = stage;
	const day = 24 * 60 * 60 * 1000;
	const orders = Array.from({ length: 10_000 }, (_, index) => ({
		name: `#${index + 1}`,
		date: new Date(Date.UTC(2024, 0, 1, 12) - index * day).toISOString(),
		amount: 10,
	}));
	await openWith(stage, found({ name: "Lucía", currency: "EUR", orders }));
	const rows = panel.locator("main li[aria-setsize='10000']");
	await expect(rows.first()).toContainText("#1");
	expect(await rows.count()).toBeLessThan(60);
	const scroller = panel.locator("#panel-scroller");
	await expect(async () => {
		await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
		await expect(panel.getByText("#10000", { exact: true })).toBeInViewport({ timeout: 500 });
	}).toPass();
	expect(await rows.count()).toBeLessThan(60);
	await expect(panel.locator("li[aria-posinset='10000']")).toContainText("#10000");
	await panel.locator("li[aria-posinset='10000'] button").click();
	await expect(panel.locator("li[aria-posinset='10000'] button")).toHaveAttribute("aria-expanded", "true");
});

test("reads numbers written as text, epoch dates and single objects", async ({ stage }) => {
	const { panel } = stage;
	await openWith(
		stage,
		json({
			found: "true",
			customers: {
				name: "Lucía",
				currency: "EUR",
				ordersCount: "7",
				totalSpent: "234,50 €",
				createdAt: 1_699_963_200,
				orders: {
					name: 1001,
					date: "1699963200000",
					amount: "1,234.50",
					items: { name: "Lamp", quantity: "2", price: "617.25" },
				},
				abandonedCarts: { date: "2023-11-14", amount: "9.90" },
			},
		}),
	);
	await expect(card(panel).getByText("€234.50", { exact: true })).toBeVisible();
	await expect(card(panel).getByText("7", { exact: true })).toBeVisible();
	await expect(card(panel).getByText("Customer since Nov 14, 2023")).toBeVisible();
	const order = panel.locator("main button[aria-expanded]");
	await expect(order).toContainText("1001");
	await expect(order).toContainText("Nov 14, 2023");
	await expect(order).toContainText("€1,234.50");
	await order.click();
	await expect(panel.getByText("2 × €617.25")).toBeVisible();
	await expect(panel.getByText("Cart of €9.90 left behind")).toBeVisible();
	await expect(panel.getByText("could not be read")).toHaveCount(0);
});

test("keeps unknown fields under More, each by its kind", async ({ stage }) => {
	const { panel } = stage;
	await openWith(
		stage,
		found({
			name: "Lucía",
			currency: "EUR",
			favouriteShop: "Gran Vía",
			loyalty_points: 1234,
			newsletter: true,
			creditBalance: 12.5,
			refund: { amount: "3.00", currency: "USD" },
			lastVisitAt: "2024-05-06",
			portal: "https://portal.example.com/lucia/",
			campaigns: ["Spring", "Summer"],
			sizes: { shoe: 39, coat: "M" },
			nothing: null,
		}),
	);
	const more = panel.getByRole("region", { name: "More" });
	const value = (name: string) => more.locator("dt", { hasText: new RegExp(`^${name}$`) }).locator("+ dd");
	await expect(value("Favourite shop")).toHaveText("Gran Vía");
	await expect(value("Loyalty points")).toHaveText("1,234");
	await expect(value("Newsletter")).toHaveText("Yes");
	await expect(value("Credit balance")).toHaveText("€12.50");
	await expect(value("Refund")).toHaveText("$3.00");
	await expect(value("Last visit at")).toHaveText("May 6, 2024");
	await expect(value("Portal").getByRole("link", { name: "portal.example.com/lucia" })).toHaveAttribute(
		"href",
		"https://portal.example.com/lucia/",
	);
	await expect(value("Campaigns").getByRole("listitem")).toHaveText(["Spring", "Summer"]);
	await expect(value("Sizes")).toContainText("39");
	await expect(value("Coat")).toHaveText("M");
	await expect(more).not.toContainText("Nothing");
});

test("names the fields that could not be read, and shows the rest", async ({ stage }) => {
	const { panel } = stage;
	await openWith(
		stage,
		found({
			name: "Lucía",
			ordersCount: "many",
			orders: [{ name: "#1", date: "04/03/2026", amount: {} }, "broken", null],
		}),
	);
	await expect(panel.locator("main button[aria-expanded]")).toHaveCount(1);
	await panel.getByText("4 fields of the answer could not be read").click();
	await expect(panel.getByText("customer.ordersCount: expected a number, found “many”")).toBeVisible();
	await expect(panel.getByText("customer.orders[0].date: expected a date, found “04/03/2026”")).toBeVisible();
	await expect(panel.getByText("customer.orders[0].amount: expected a number, found “{}”")).toBeVisible();
	await expect(panel.getByText("customer.orders[1]: expected an object, found “broken”")).toBeVisible();
	await expect(panel.getByRole("region", { name: "More" })).toContainText("many");
});

test("lets the agent choose between customers who share the number", async ({ stage }) => {
	const { panel } = stage;
	const customers = [
		{ name: "Carmen", orders: [{ name: "#C" }] },
		{ email: "luis@example.com", orders: [{ name: "#L" }] },
		{},
	];
	await openWith(stage, json({ found: true, customers }));
	const choice = panel.getByRole("group", { name: "3 customers have this number" });
	await expect(choice.getByRole("radio", { name: "Carmen" })).toBeChecked();
	await expect(panel.locator("main button[aria-expanded]")).toContainText("#C");
	await choice.getByText("luis@example.com").click();
	await expect(panel.locator("main button[aria-expanded]")).toContainText("#L");
	await choice.getByRole("radio", { name: "luis@example.com" }).press("ArrowRight");
	await expect(choice.getByRole("radio", { name: "Customer 3" })).toBeChecked();
	await expect(panel.locator("main button[aria-expanded]")).toHaveCount(0);
});

test("shows the chat's own name and number for a customer without any field", async ({ stage }) => {
	const { panel } = stage;
	await openWith(stage, found({}));
	await expect(card(panel).getByRole("heading", { name: "Lucía Fernández" })).toBeVisible();
	await expect(card(panel)).toContainText("+34 612 34 56 78");
	await expect(panel.getByRole("alert")).toHaveCount(0);
});

test("keeps the panel in shape with texts without end", async ({ stage }) => {
	const { panel } = stage;
	const long = "Wörter".repeat(400);
	await openWith(
		stage,
		found({
			name: long,
			email: long,
			state: long,
			tags: [long],
			notes: long,
			orders: [{ name: long, state: long, amount: 1e15 }],
			extra: long,
		}),
	);
	await expect(card(panel)).toBeVisible();
	const overflow = await panel.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBeLessThanOrEqual(0);
	const scroller = panel.locator("#panel-scroller");
	expect(await scroller.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
		0,
	);
});
