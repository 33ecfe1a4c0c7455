import { card } from "./support/customer-card";
import { found, json, nobody, type Reply } from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

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
