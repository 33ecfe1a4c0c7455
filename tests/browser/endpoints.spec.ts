import { setTimeout as delay } from "node:timers/promises";
import type { Locator, Page } from "@playwright/test";
import { approveHost, revokeHost } from "../../demo/browser/host-permission";
import { accessibilityProblems } from "./support/accessibility";
import { pressTabUntilFocused } from "./support/keyboard";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { found, html, json, type Reply, silence, text } from "./support/replies";
import { expect, type Stage, setStage, test, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

const list = "#/crm-endpoints";
const path = "/endpoint";

type Kind = {
	type: string;
	title: string;
	/** What its test asks for, and how the server is asked for it. */
	ask: { label: string; value: string; sent: Record<string, unknown> };
	good: { answer: Reply; shows: string };
	/** An answer of which something cannot be read, and what is said of it. */
	partly?: { answer: unknown; says: string };
	unreadable: { answer: unknown; says: string };
};

const phone = { label: "Test with this phone", value: "+34 612 345 678", sent: { phone: "+34612345678" } };
const search = { label: "Search for", value: "lamp", sent: { query: "lamp", limit: 5 } };

const kinds: Kind[] = [
	{
		type: "sidePanel_CustomerInfo",
		title: "Customer",
		ask: phone,
		good: { answer: found({ name: "Lucía F." }), shows: "Lucía F." },
		partly: {
			answer: { found: true, customer: { name: "Lucía F.", totalSpent: "plenty" } },
			says: "customer.totalSpent: expected a number, found “plenty”",
		},
		unreadable: { answer: { ok: true }, says: "It has neither “found” nor a customer." },
	},
	{
		type: "ai_CustomerInitialInfo",
		title: "What the assistant knows",
		ask: phone,
		good: { answer: text("Buys linen since 2019."), shows: "Buys linen since 2019." },
		unreadable: { answer: 7, says: "It is JSON, but not an object with the fields that are expected." },
	},
	{
		type: "sidePanel_CustomerFindToJoin",
		title: "Find a customer",
		ask: { ...search, sent: { ...search.sent, phone: "+34600000000" } },
		good: {
			answer: json({
				found: true,
				customers: [
					{ id: 1, name: "Lamp Ltd." },
					{ id: 2, name: "Lampert" },
				],
			}),
			shows: "Lampert",
		},
		partly: {
			answer: { found: true, customers: [{ name: "Lamp Ltd.", ordersCount: "some" }] },
			says: "customers[0].ordersCount: expected a number, found “some”",
		},
		unreadable: { answer: { found: true }, says: "It says “found”: true, but holds no customer." },
	},
	{
		type: "search_Products",
		title: "Products",
		ask: search,
		good: {
			answer: json({ products: [{ name: "Linen lamp", price: "12,50", currency: "EUR", stock: 4 }] }),
			shows: "€12.50",
		},
		partly: {
			answer: { products: [{ name: "Linen lamp", stock: "lots" }] },
			says: "answer.products[0].stock: expected a number, found “lots”",
		},
		unreadable: { answer: { items: [] }, says: "It has no list “products”." },
	},
	{
		type: "globalSearch",
		title: "Search everywhere",
		ask: search,
		good: {
			answer: json({ results: [{ type: "invoice", title: "Invoice 7", url: "https://crm.example.com/7" }] }),
			shows: "Invoice 7",
		},
		partly: {
			answer: { results: [{ title: "Invoice 7", url: "javascript:alert(1)" }] },
			says: "answer.results[0].url: expected a web link, found “javascript:alert(1)”",
		},
		unreadable: { answer: { items: [] }, says: "It has no list “results”." },
	},
];

const cardOf = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });
const testButton = (card: Locator) => card.getByRole("button", { name: "Test", exact: true });
const saveButton = (card: Locator) => card.getByRole("button", { name: "Save", exact: true });
const urlField = (card: Locator) => card.getByLabel("URL", { exact: true });

type Stored = { type: string; url: string; method: string; auth?: unknown; [field: string]: unknown };
async function stored({ tool }: Stage): Promise<Stored[]> {
	const { crm_endpoints } = (await tool("get_crm_endpoints", {})) as { crm_endpoints: Stored[] };
	return crm_endpoints;
}

for (const { type, title, ask, good, partly, unreadable } of kinds)
	test(`sets up, tests, saves, removes and brings back: ${type}`, async ({ stage }) => {
		const { crm } = stage;
		await withSettings(stage, list, async (page) => {
			const card = cardOf(page, title);
			await expect(card.getByText("Not set")).toBeVisible();
			await expect(card.getByText(type, { exact: true })).toBeVisible();
			await card.getByRole("link", { name: "Set up" }).click();
			await expect(page).toHaveURL(new RegExp(`${list}/${type}$`));
			await urlField(card).fill(`${crm.url}${path}`);
			await testButton(card).click();
			await expect(card.getByLabel(ask.label)).toBeFocused();
			expect(crm.received()).toEqual([]);

			await card.getByLabel(ask.label).fill(ask.value);
			crm.answer(path, good.answer);
			await testButton(card).click();
			await expect(card.getByText("The connection works")).toBeVisible();
			await expect(card.locator("figure").getByText(good.shows, { exact: true })).toBeVisible();
			await expect(card.getByText(/^HTTP 200 · \d+ ms$/)).toBeVisible();
			expect(JSON.parse(crm.received(path).at(-1)?.body ?? "")).toEqual(ask.sent);

			if (partly) {
				crm.answer(path, json(partly.answer));
				await testButton(card).click();
				await card.getByText("1 field of the answer could not be read").click();
				await expect(card.getByText(partly.says)).toBeVisible();
				await card.getByText("Raw answer").click();
				await expect(card.getByRole("region", { name: "Raw answer" }).locator("pre")).toHaveText(
					JSON.stringify(partly.answer, null, 2),
					{ useInnerText: true },
				);
			}

			crm.answer(path, json(unreadable.answer));
			await testButton(card).click();
			await expect(card.getByRole("alert")).toContainText("The answer cannot be understood");
			await expect(card.getByRole("alert")).toContainText(unreadable.says);
			await expect(card.locator("figure")).toHaveCount(0);
			expect(await stored(stage)).toEqual([]);

			await saveButton(card).click();
			await expect(page.getByText("The endpoint was saved.")).toBeVisible();
			await expect(saveButton(card)).toHaveCount(0);
			expect(await stored(stage)).toEqual([{ type, url: `${crm.url}${path}`, method: "POST" }]);

			await card.getByRole("button", { name: "Remove endpoint" }).click();
			await expect(page.getByText("The endpoint was removed.")).toBeVisible();
			await expect(card.getByText("Not set")).toBeVisible();
			expect(await stored(stage)).toEqual([]);
			await page.getByRole("button", { name: "Undo" }).click();
			await expect(card.getByText(`POST ${crm.url}${path}`)).toBeVisible();
			expect(await stored(stage)).toHaveLength(1);
		});
	});

test("says what to do first, and what may stand in the address of each type", async ({ stage }) => {
	await withSettings(stage, list, async (page) => {
		for (const { title, address, names } of [
			{ title: "Customer", address: "customers?phone={phone}", names: "{phone}, {phone_digits}" },
			{ title: "Products", address: "products?q={query}", names: "{query}, {limit}" },
		]) {
			const card = cardOf(page, title);
			await card.getByRole("link", { name: "Set up" }).click();
			await expect(card.getByText("Enter the address your CRM is asked at")).toBeVisible();
			await expect(card.getByText(`In it can stand ${names}`)).toBeVisible();
			await expect(urlField(card)).toHaveAttribute("placeholder", /^https:\/\/crm\.example\.com\/[a-z-]+$/);
			await card.getByLabel("Method").selectOption("GET");
			const example = await urlField(card).getAttribute("placeholder");
			expect(example?.split("?")[1]).toBe(address.split("?")[1]);
			await page.getByRole("button", { name: "Discard" }).click();
		}
	});
});

test("keeps what was typed while the presets are looked at", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, `${list}/sidePanel_CustomerInfo`, async (page) => {
		const card = cardOf(page, "Customer");
		await urlField(card).fill(`${crm.url}/typed?tel={phone}`);
		await card.getByLabel("Method").selectOption("GET");
		await page.getByRole("button", { name: "Start from a known CRM" }).click();
		const presets = page.getByRole("dialog", { name: "Start from a known CRM" });
		await presets.getByRole("button", { name: "Any other API" }).click();
		await expect(presets).toHaveCount(0);
		await expect(urlField(card)).toHaveValue(`${crm.url}/typed?tel={phone}`);
		await expect(card.getByLabel("Method")).toHaveValue("GET");
	});
});

test("leads from the presets to the form for any other API", async ({ stage }) => {
	await withSettings(stage, `${list}/presets`, async (page) => {
		await page
			.getByRole("dialog", { name: "Start from a known CRM" })
			.getByRole("button", { name: "Any other API" })
			.click();
		await expect(cardOf(page, "Customer").getByText("Enter the address your CRM is asked at")).toBeVisible();
	});
});

test("marks the result of the test before when a test is refused", async ({ stage }) => {
	const { crm } = stage;
	crm.answer(path, found({ name: "Lucía F." }));
	await withSettings(stage, `${list}/sidePanel_CustomerInfo`, async (page) => {
		const card = cardOf(page, "Customer");
		const ofBefore = card.getByText("Nothing was sent this time. This is what the test before found:");
		await urlField(card).fill(`${crm.url}${path}`);
		await card.getByLabel(phone.label).fill(phone.value);
		await testButton(card).click();
		await expect(card.getByText("The connection works")).toBeVisible();
		await expect(ofBefore).toHaveCount(0);
		await card.getByLabel(phone.label).fill("612");
		await testButton(card).click();
		await expect(ofBefore).toBeVisible();
		await card.getByLabel(phone.label).fill(phone.value);
		await urlField(card).fill("nowhere");
		await testButton(card).click();
		await expect(urlField(card)).toBeFocused();
		await expect(ofBefore).toBeVisible();
		expect(crm.received(path)).toHaveLength(1);
		await urlField(card).fill(`${crm.url}${path}`);
		await testButton(card).click();
		await expect(ofBefore).toHaveCount(0);
		expect(crm.received(path)).toHaveLength(2);
	});
});

test("takes the sign-in of another endpoint of the same server, and never shows or sends it elsewhere", async ({
	stage,
}) => {
	const { crm, elsewhere, connect } = stage;
	await connect({ auth: { type: "header", fields: { Authorization: "Bearer s3cret" } } });
	crm.answer(path, json({ products: [{ name: "Linen lamp" }] }));
	await withSettings(stage, `${list}/search_Products`, async (page) => {
		const card = cardOf(page, "Products");
		const use = card.getByRole("button", { name: "Use the sign-in of “Customer”" });
		await urlField(card).fill(`${elsewhere.url}${path}`);
		await expect(use).toHaveCount(0);
		await urlField(card).fill(`${crm.url}${path}`);
		await use.click();
		await expect(card.getByText("The sign-in of “Customer” is used.")).toBeVisible();
		await expect(card.getByLabel("Value")).toHaveValue("••••••");
		await card.getByLabel("Search for").fill("lamp");
		await testButton(card).click();
		await expect(card.getByText("The connection works")).toBeVisible();
		expect(crm.received(path).at(-1)?.headers.authorization).toBe("Bearer s3cret");
		await saveButton(card).click();
		await expect(page.getByText("The endpoint was saved.")).toBeVisible();
		await testButton(card).click();
		await expect.poll(() => crm.received(path).length).toBe(2);
		expect(crm.received(path).at(-1)?.headers.authorization).toBe("Bearer s3cret");
		expect(await page.content()).not.toContain("s3cret");
		// With another server the secret has to be typed.
		await urlField(card).fill(`${elsewhere.url}${path}`);
		await testButton(card).click();
		await expect(card.getByText("A stored secret goes to its own server only.")).toBeVisible();
		expect(elsewhere.received()).toEqual([]);
	});
});

const failures: { what: string; answer: Reply; title: string; says: string; status?: number }[] = [
	{
		what: "401",
		answer: json({ error: "Unknown token" }, { status: 401 }),
		title: "Your CRM refused the credentials (401)",
		says: "Check the user name, key or token",
		status: 401,
	},
	{
		what: "500",
		answer: html(500),
		title: "Your CRM answered with error 500",
		says: "Something failed inside your CRM",
		status: 500,
	},
	{ what: "HTML", answer: html(), title: "The answer is not JSON", says: "perhaps a sign-in or error page" },
	{
		what: "half of the JSON",
		answer: text('{"found": true, "customer": {"name": "Lu'),
		title: "The answer breaks off",
		says: "The JSON ends in the middle",
	},
	{
		what: "nothing within the timeout",
		answer: silence,
		title: "Your CRM is too slow",
		says: "There was no answer within 1 seconds.",
	},
];

test("says what is wrong with an answer that is none, and shows it", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, `${list}/sidePanel_CustomerInfo`, async (page) => {
		const card = cardOf(page, "Customer");
		await urlField(card).fill(`${crm.url}${path}`);
		await card.getByLabel("Timeout (seconds)").fill("1");
		await card.getByLabel("Test with this phone").fill("+34612345678");
		for (const { what, answer, title, says, status } of failures)
			await test.step(what, async () => {
				crm.answer(path, answer);
				await testButton(card).click();
				await expect(card.getByRole("alert")).toContainText(title);
				await expect(card.getByRole("alert")).toContainText(says);
				await expect(
					card.getByText(status ? new RegExp(`^HTTP ${status} · \\d+ ms$`) : /^\d+ ms$/),
				).toBeVisible();
				const raw = card.getByRole("region", { name: "Raw answer" });
				if (answer === silence) await expect(raw).toHaveCount(0);
				else await expect(raw).toBeVisible();
			});
		await crm.stop();
		await testButton(card).click();
		await expect(card.getByRole("alert")).toContainText("Your CRM cannot be reached");
	});
	expect(await stored(stage)).toEqual([]);
});

test("changes an endpoint without its masked secret being lost, shown or copied", async ({ stage }) => {
	const { browser, crm, connect } = stage;
	await browser.context.grantPermissions(["clipboard-read"]);
	crm.answer(path, ({ headers }) => found({ name: `Asked with ${headers["x-api-key"]?.length} letters` }));
	await connect({
		auth: { type: "header", fields: { "X-Api-Key": "0ld-s3cret" } },
		url: `${crm.url}${path}`,
	});
	await withSettings(stage, list, async (page) => {
		const card = cardOf(page, "Customer");
		await expect(card.getByText("Header: X-Api-Key")).toBeVisible();
		await card.getByRole("link", { name: "Change" }).click();
		await expect(card.getByLabel("Value")).toHaveValue("••••••");
		await urlField(card).fill(`${crm.url}${path}?v=2`);
		await card.getByLabel("Timeout (seconds)").fill("2.5");
		await card.getByLabel("Counts as fresh for (seconds)").fill("60");
		await card.getByLabel("Test with this phone").fill("+34612345678");
		await testButton(card).click();
		await expect(card.getByText("Asked with 10 letters", { exact: true })).toBeVisible();

		await card.getByText("Request as it was sent").click();
		await card.getByRole("button", { name: "Copy curl command" }).click();
		await expect(card.getByRole("button", { name: "Copied" })).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			[
				`curl -X POST '${crm.url}${path}?v=2'`,
				`-H 'Accept: application/json'`,
				`-H 'Content-Type: application/json'`,
				`-H 'X-Api-Key: ••••••'`,
				`--data-raw '{"phone":"+34612345678"}'`,
			].join(" \\\n  "),
		);

		await saveButton(card).click();
		await expect(page.getByText("The endpoint was saved.")).toBeVisible();
		expect(await stored(stage)).toEqual([
			{
				type: "sidePanel_CustomerInfo",
				url: `${crm.url}${path}?v=2`,
				method: "POST",
				auth: { type: "header", fields: { "X-Api-Key": "••••••" } },
				timeout_ms: 2_500,
				cache_ttl_s: 60,
			},
		]);
		await testButton(card).click();
		await expect.poll(() => crm.received(path)).toHaveLength(2);
		expect(crm.received(path).map(({ headers }) => headers["x-api-key"])).toEqual([
			"0ld-s3cret",
			"0ld-s3cret",
		]);
		expect(await page.content()).not.toContain("0ld-s3cret");

		// A secret just typed is a stored one as soon as it is saved.
		await card.getByLabel("Value").fill("br4nd-new");
		await saveButton(card).click();
		await expect(card.getByLabel("Value")).toHaveValue("••••••");
		await testButton(card).click();
		await expect.poll(() => crm.received(path).at(-1)?.headers["x-api-key"]).toBe("br4nd-new");
	});
});

test("asks for the secret again when the server is another one, and sends it nothing before", async ({
	stage,
}) => {
	const { crm, elsewhere, connect } = stage;
	crm.answer(path, found({ name: "Lucía F." }));
	await connect({ auth: { type: "query", fields: { token: "s3cret" } } });
	await withSettings(stage, `${list}/sidePanel_CustomerInfo`, async (page) => {
		const card = cardOf(page, "Customer");
		await urlField(card).fill(`${elsewhere.url}${path}`);
		await saveButton(card).click();
		const signIn = card.getByLabel("Sign-in");
		const again = "A stored secret goes to its own server only. Enter it again for this one.";
		await expect(signIn).toHaveAccessibleDescription(again);
		await card.getByLabel("Test with this phone").fill("+34612345678");
		await testButton(card).click();
		await expect(signIn).toHaveAccessibleDescription(again);
		expect(elsewhere.received()).toEqual([]);
		expect((await stored(stage))[0]?.url).toContain(crm.url);

		await card.getByRole("button", { name: "Discard" }).click();
		await expect(urlField(card)).toHaveValue(`${crm.url}/customer-info`);
		await expect(saveButton(card)).toHaveCount(0);
	});
});

const refused = [
	["", "Required."],
	["crm.example.com/customer", "Write the whole address, beginning with https://."],
	["file:///etc/passwd", "The address must begin with https://"],
	["javascript:alert(1)", "The address must begin with https://"],
	["https://user:secret@crm.example.com/", "Take the user name and password out of the address"],
	["http://crm.example.com/", "Plain http:// is accepted only for this computer and your own network"],
] as const;

test("refuses what it cannot use, says why, and neither sends nor stores it", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, `${list}/globalSearch`, async (page) => {
		const card = cardOf(page, "Search everywhere");
		// Nothing is said before anything was done.
		await expect(card.locator("[aria-invalid=true]")).toHaveCount(0);
		await card.getByLabel("Search for").fill("a");
		for (const [address, says] of refused) {
			await urlField(card).fill(address);
			await testButton(card).click();
			await expect(urlField(card), address).toBeFocused();
			await expect(urlField(card)).toHaveAccessibleDescription(
				new RegExp(`^${says.replace(/[.?]/g, "\\$&")}`),
			);
			if (address !== "") await saveButton(card).click();
		}
		await urlField(card).fill(`${crm.url}${path}`);
		for (const wrong of ["0.5", "26", "soon"]) {
			await card.getByLabel("Timeout (seconds)").fill(wrong);
			await saveButton(card).click();
			await expect(card.getByLabel("Timeout (seconds)")).toHaveAccessibleDescription(
				"A number from 1 to 25.",
			);
		}
	});
	expect(crm.received()).toEqual([]);
	expect(await stored(stage)).toEqual([]);
});

test("tells for each host whether it may be asked, and grants it in place", async ({ stage }) => {
	const { browser, crm, elsewhere, tool, connect } = stage;
	const pattern = `${elsewhere.url}/*`;
	const host = new URL(elsewhere.url).host;
	await connect();
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "globalSearch", url: `${elsewhere.url}${path}`, method: "GET" },
	});
	await withSettings(stage, list, async (page) => {
		const card = cardOf(page, "Search everywhere");
		await expect(
			cardOf(page, "Customer").getByText(`Chrome lets Chatside ask ${new URL(crm.url).host}.`),
		).toBeVisible();
		await expect(card.getByText(`Chatside needs your permission to ask ${host}.`)).toBeVisible();
		await approveHost(browser.context, browser.extensionId, pattern);
		await card.getByRole("button", { name: "Grant access" }).click();
		await expect(card.getByText(`Chrome lets Chatside ask ${host}.`)).toBeVisible();
		await expect(card.getByText("Active")).toBeVisible();
		// And it is seen here when it is taken away elsewhere.
		await revokeHost(browser.context, browser.extensionId, pattern);
		await expect(card.getByText("Access needed").first()).toBeVisible();
	});
});

test("shows how an endpoint does: fast, failing, paused, and well again after a test", async ({ stage }) => {
	const { chat, crm, connect, panel, open } = stage;
	crm.answer("/customer-info", html(500));
	await connect();
	await open("lucia");
	await expect(panel.getByRole("alert")).toBeVisible();
	await withSettings(stage, list, (page) =>
		expect(cardOf(page, "Customer").getByText("1 error", { exact: true })).toBeVisible(),
	);
	// The panel is drawn only beside its own tab.
	await chat.bringToFront();
	for (let errors = 2; errors <= 5; errors++) {
		await panel.getByRole("button", { name: "Retry" }).click();
		await expect.poll(() => crm.received("/customer-info")).toHaveLength(errors);
	}
	await withSettings(stage, list, async (page) => {
		const card = cardOf(page, "Customer");
		await expect(card.getByText("Paused after errors")).toBeVisible();

		// As slow as an answer that takes a whole number of milliseconds, other than none.
		crm.answer("/customer-info", async () => {
			await delay(20);
			return found({ name: "Lucía F." });
		});
		await card.getByRole("link", { name: "Change" }).click();
		await card.getByLabel("Test with this phone").fill("+34612345678");
		await testButton(card).click();
		await expect(card.getByText("The connection works")).toBeVisible();
		await expect(card.getByText("Active")).toBeVisible();
		await card.getByRole("link", { name: "Close" }).click();
		await expect(card.getByText(/usually [1-9]\d* ms/)).toBeVisible();
	});
});

test("shows at once what was changed elsewhere, and keeps what is being typed", async ({ stage }) => {
	const { crm, connect } = stage;
	await connect();
	await withSettings(stage, `${list}/sidePanel_CustomerInfo`, async (page) => {
		const card = cardOf(page, "Customer");
		await expect(urlField(card)).toHaveValue(`${crm.url}/customer-info`);
		await connect({ url: `${crm.url}/two` });
		await expect(urlField(card)).toHaveValue(`${crm.url}/two`);
		await urlField(card).fill(`${crm.url}/mine`);
		await connect({ url: `${crm.url}/three` });
		await expect.poll(async () => (await stored(stage))[0]?.url).toBe(`${crm.url}/three`);
		await expect(urlField(card)).toHaveValue(`${crm.url}/mine`);
	});
});

test("sets an endpoint up with the keyboard alone", async ({ stage }) => {
	const { crm } = stage;
	crm.answer(path, found({ name: "Lucía F." }));
	await withSettings(stage, list, async (page) => {
		const card = cardOf(page, "Customer");
		await pressTabUntilFocused(page, card.getByRole("link", { name: "Set up" }));
		await page.keyboard.press("Enter");
		await expect(card).toBeFocused();
		await page.keyboard.press("Tab");
		await expect(urlField(card)).toBeFocused();
		await page.keyboard.type(`${crm.url}${path}`);
		await pressTabUntilFocused(page, card.getByLabel("Test with this phone"));
		await page.keyboard.type("+34612345678");
		await page.keyboard.press("Enter");
		await expect(card.getByText("The connection works")).toBeVisible();
		await pressTabUntilFocused(page, saveButton(card));
		await page.keyboard.press("Enter");
		await expect(page.getByText("The endpoint was saved.")).toBeVisible();
		await pressTabUntilFocused(page, card.getByRole("link", { name: "Close" }));
		await page.keyboard.press("Enter");
		await expect(card).toBeFocused();
	});
	expect(await stored(stage)).toHaveLength(1);
});

/** A page with everything on it: an endpoint in use, one without access, and one open with a test that failed. */
async function fill(stage: Stage, page: Page, texts: (name: string) => string): Promise<void> {
	const { crm, elsewhere, tool, connect } = stage;
	const products = { products: [{ name: "Linen lamp", price: 12, currency: "EUR", stock: "lots" }] };
	crm.answer(path, json(products));
	await connect({ auth: { type: "header", fields: { Authorization: "Bearer abc" } } });
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "globalSearch", url: `${elsewhere.url}${path}`, method: "GET" },
	});
	await page.reload();
	await page.getByLabel(texts("settings_webhooks_url_label"), { exact: true }).fill(`${crm.url}${path}`);
	await page.getByLabel(texts("connect_auth")).selectOption("header");
	await page.getByLabel(texts("settings_endpoints_timeout")).fill("99");
	await page.getByLabel(texts("settings_endpoints_timeout")).blur();
	await page.getByLabel(texts("settings_endpoints_timeout")).fill("9");
	await page.getByLabel(texts("connect_fieldValue")).fill("abc");
	await page.getByLabel(texts("settings_endpoints_test_query"), { exact: true }).fill("lamp");
	await page.getByRole("button", { name: texts("connect_testAgain"), exact: true }).click();
	await expect(page.locator("figure")).toBeVisible();
	const folded = page.locator("details:not([open]) > summary");
	while ((await folded.count()) > 0) await folded.first().click();
}

test("is accessible in light and dark, and fits 320 px", async ({ stage }) => {
	await withSettings(stage, `${list}/search_Products`, async (page) => {
		await fill(stage, page, readTexts("en"));
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), colorScheme).toEqual([]);
		}
		await page.setViewportSize(narrow);
		expect(await overflowing(page)).toEqual([]);
		expect(await accessibilityProblems(page), "narrow").toEqual([]);
	});
});

test("speaks Spanish, and fits 320 px in it", async () => {
	await withScene({ locale: "es" }, async (scene) => {
		const stage = await setStage(scene);
		await withSettings(stage, `${list}/search_Products`, async (page) => {
			await fill(stage, page, readTexts("es"));
			await page.setViewportSize(narrow);
			await expect(page.getByRole("heading", { level: 1 })).toHaveText("Endpoints del CRM");
			expect(await untranslated(page)).toEqual([]);
			expect(await overflowing(page)).toEqual([]);
		});
	});
});
