import { cast } from "../../demo/cast";
import { card, cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { pressTabUntilFocused } from "./support/keyboard";
import { found, nobody, text } from "./support/replies";
import { customerPath, expect, test } from "./support/stage";

test("waits for a chat to be opened, and does so again when it is closed", async ({ stage }) => {
	const { panel, open, chat, crm } = stage;
	await connectToKnowAll(stage);
	await expect(panel.getByRole("heading", { name: "No chat open" })).toBeVisible();
	await expect(panel.getByText("Open a conversation and the customer appears here.")).toBeVisible();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await chat.evaluate(() => window.demo.close());
	await expect(panel.getByRole("heading", { name: "No chat open" })).toBeVisible();
	expect(crm.received()).toHaveLength(1);
});

test("asks the CRM about neither groups nor channels", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectToKnowAll(stage);
	await open("team");
	await expect(panel.getByRole("heading", { name: "Equipo ventas" })).toBeVisible();
	await expect(
		panel.getByText("This is a group. Chatside shows customers in conversations with one person."),
	).toBeVisible();
	await open("channel");
	await expect(panel.getByRole("heading", { name: "Novedades Casa Brisa" })).toBeVisible();
	await expect(panel.getByText("This is a channel, not a conversation with a customer.")).toBeVisible();
	expect(crm.received()).toEqual([]);
});

const people = [
	{ key: "lucia", how: "by the phone in the chat's id", phone: cast.lucia.phone },
	{ key: "beatriz", how: "that is not in the address book", phone: cast.beatriz.phone },
	{ key: "sofia", how: "by the page's data when the chat's id is a LID", phone: cast.sofia.phone },
	{ key: "ines", how: "by the page's database when nothing else knows the number", phone: cast.ines.phone },
	{ key: "emma", how: "in a page of the older kind", phone: cast.emma.phone },
] as const;

for (const { key, how, phone } of people)
	test(`finds the customer ${how}`, async ({ stage }) => {
		await connectToKnowAll(stage);
		await stage.open(key);
		await expect(cardHeading(stage.panel, nameFor(phone))).toBeVisible();
		expect(stage.crm.received().map((request) => request.phone)).toEqual([phone]);
	});

test("says that the CRM does not know a number, which can be copied", async ({ stage }) => {
	const { panel, open, crm, connect } = stage;
	crm.answer(customerPath, nobody);
	await connect();
	await open("stranger");
	await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
	await expect(panel.getByRole("button", { name: "Copy phone" })).toBeVisible();
});

test("lets the agent type the number of a username, remembers it, and forgets it again", async ({
	stage,
}) => {
	const { panel, open, crm } = stage;
	await connectToKnowAll(stage);
	await open("nora");
	await expect(panel.getByRole("heading", { name: "@nora.designs" })).toBeVisible();
	await expect(panel.getByText("WhatsApp shows no phone number for this contact.")).toBeVisible();
	const field = panel.getByLabel("Phone number");
	const submit = panel.getByRole("button", { name: "Show the customer" });
	await expect(submit).toBeDisabled();
	await field.fill("611 222 333");
	await submit.click();
	await expect(field).toHaveAccessibleDescription(
		"This is not a complete international number. Begin with + and the country code.",
	);
	expect(crm.received()).toEqual([]);

	await field.fill("+34 611 222 333");
	await field.press("Enter");
	await expect(cardHeading(panel, nameFor("+34611222333"))).toBeVisible();
	await expect(panel.getByText("Number entered by hand.")).toBeVisible();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await expect(panel.getByText("Number entered by hand.")).toHaveCount(0);
	await open("nora");
	await expect(cardHeading(panel, nameFor("+34611222333"))).toBeVisible();

	await panel.getByRole("button", { name: "Remove" }).click();
	await expect(field).toBeVisible();
	await expect(field).toHaveValue("");
	await expect(card(panel)).toHaveCount(0);
});

for (const [from, to] of [
	["ana", "otherAna"],
	["otherAna", "ana"],
] as const)
	test(`never shows the card of ${from} for ${to} of the same name while the page's own data lag`, async ({
		stage,
	}) => {
		const { panel, open, chat } = stage;
		await connectToKnowAll(stage);
		await open(from);
		await expect(cardHeading(panel, nameFor(cast[from].phone))).toBeVisible();
		await chat.evaluate(() => window.demo.setLag(1_000));
		await panel.evaluate(() => {
			const names = new Set<string>();
			Object.assign(globalThis, { shownNames: names });
			const look = () =>
				names.add(document.querySelector("[data-testid=customer-card] h1")?.textContent ?? "");
			new MutationObserver(look).observe(document.body, {
				subtree: true,
				childList: true,
				characterData: true,
			});
		});
		await open(to);
		await expect(cardHeading(panel, nameFor(cast[to].phone))).toBeVisible();
		const shown = await panel.evaluate(() => [...(Reflect.get(globalThis, "shownNames") as Set<string>)]);
		expect(shown).not.toContain(nameFor(cast[from].phone));
		const asked = stage.crm.received().map(({ phone }) => phone);
		expect(asked).toEqual([cast[from].phone, cast[to].phone]);
	});

test("copies phone, e-mail and tracking number", async ({ stage }) => {
	const { panel, open, crm, connect } = stage;
	crm.answer(
		customerPath,
		found({
			name: "Lucía F.",
			email: "lucia@example.com",
			orders: [{ name: "#1", tracking: [{ carrier: "SEUR", number: "1Z 999", status: "On its way" }] }],
		}),
	);
	await connect();
	await open("lucia");
	await panel.locator("main button[aria-expanded]").click();
	const clipboard = () => panel.evaluate(() => navigator.clipboard.readText());
	await stage.browser.context.grantPermissions(["clipboard-read"]);
	for (const [what, copied] of [
		["phone", "+34 612 34 56 78"],
		["e-mail", "lucia@example.com"],
		["tracking number", "1Z 999"],
	] as const) {
		const button = panel.getByRole("button", { name: `Copy ${what}` });
		await button.click();
		await expect.poll(clipboard).toBe(copied);
		await expect(panel.getByRole("button", { name: "Copied" }).first()).toBeVisible();
		await expect(button).toBeVisible();
	}
});

test("opens links in a new tab that is not told where they came from", async ({ stage }) => {
	const { browser, panel, open, crm, connect, elsewhere } = stage;
	elsewhere.answer("/customers/7", text("The customer's page"));
	const url = `${elsewhere.url}/customers/7`;
	crm.answer(
		customerPath,
		found({
			name: "Lucía F.",
			shopUrl: url,
			portal: url,
			orders: [
				{
					name: "#1",
					url,
					items: [{ name: "Lamp", url }],
					tracking: [{ number: "1Z", url, status: "On its way" }],
				},
			],
			abandonedCarts: [{ url }],
		}),
	);
	await connect();
	await open("lucia");
	await panel.locator("main button[aria-expanded]").click();
	const links = panel.locator("main a");
	await expect(links).toHaveCount(8);
	for (const link of await links.all()) {
		await expect(link).toHaveAttribute("target", "_blank");
		await expect(link).toHaveAttribute("rel", /noreferrer/);
	}
	const opened = browser.context.waitForEvent("page");
	await panel.getByRole("link", { name: "Open in your CRM" }).click();
	const page = await opened;
	await expect(page.getByText("The customer's page")).toBeVisible();
	expect(await page.evaluate(() => window.opener)).toBeNull();
	await page.close();
	const [request] = elsewhere.received("/customers/7");
	expect(request?.headers).not.toHaveProperty("referer");
	// The panel stays what it was.
	await expect(card(panel)).toBeVisible();
});

test("reaches and unfolds the orders with the keyboard", async ({ stage }) => {
	const { panel, open, crm, connect } = stage;
	const orders = ["#3", "#2", "#1"].map((name, index) => ({
		name,
		date: `2026-01-0${3 - index}`,
		items: [{ name: `Item of ${name}` }],
	}));
	crm.answer(
		customerPath,
		found({ name: "Lucía F.", email: "lucia@example.com", shopUrl: "https://crm.example.com/7", orders }),
	);
	await connect();
	await open("lucia");
	const rows = panel.locator("main button[aria-expanded]");
	await expect(rows).toHaveCount(3);
	for (const target of [
		panel.getByRole("link", { name: "Open in your CRM" }),
		panel.getByRole("button", { name: "Copy phone" }),
		rows.nth(0),
	])
		await pressTabUntilFocused(panel, target);
	await panel.keyboard.press("Enter");
	await expect(rows.nth(0)).toHaveAttribute("aria-expanded", "true");
	await expect(panel.getByText("Item of #3")).toBeVisible();
	await panel.keyboard.press("Tab");
	await expect(rows.nth(1)).toBeFocused();
	await panel.keyboard.press("Space");
	await expect(panel.getByText("Item of #2")).toBeVisible();
	await panel.keyboard.press("Space");
	await expect(panel.getByText("Item of #2")).toHaveCount(0);
});
