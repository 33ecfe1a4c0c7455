import type { Page } from "@playwright/test";
import { approveHost, hasHost, revokeHost } from "../../demo/browser/host-permission";
import { card } from "./support/customer-card";
import { pressTabUntilFocused } from "./support/keyboard";
import { found, json, nobody } from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

const endpointField = (page: Page) => page.getByLabel("Customer endpoint (URL)");
const testButton = (page: Page) => page.getByRole("button", { name: "Test the connection" });
const title = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

/** Fills in the scripted CRM's address, and nothing else. */
async function fillAddress({ panel, crm }: Stage): Promise<void> {
	await endpointField(panel).fill(`${crm.url}${customerPath}`);
}

test("connects in three steps and shows the customer of the chat that is open", async ({ stage }) => {
	const { browser, panel, open, elsewhere } = stage;
	const pattern = `${elsewhere.url}/*`;
	elsewhere.answer(customerPath, found({ name: "Lucía F." }));
	await open("lucia");
	await expect(title(panel, "Connect your CRM")).toBeVisible();
	await expect(panel.getByRole("listitem").filter({ hasText: "1 Connect" })).toHaveAttribute(
		"aria-current",
		"step",
	);
	expect(await hasHost(browser.context, browser.extensionId, pattern)).toBe(false);

	await approveHost(browser.context, browser.extensionId, pattern);
	try {
		await endpointField(panel).fill(`${elsewhere.url}${customerPath}`);
		await testButton(panel).click();
		await expect(panel.getByRole("listitem").filter({ hasText: "2 Test" })).toHaveAttribute(
			"aria-current",
			"step",
		);
		// The number of the open chat is the one to try with.
		await expect(panel.getByLabel("Test with this phone")).toHaveValue("+34612345678");
		await expect(panel.getByText("The connection works")).toBeVisible();
		await expect(panel.getByText("Lucía F.", { exact: true })).toBeVisible();

		await panel.getByRole("button", { name: "Continue" }).click();
		await expect(panel.getByRole("listitem").filter({ hasText: "3 Save" })).toHaveAttribute(
			"aria-current",
			"step",
		);
		await expect(panel.getByText(`${elsewhere.url}${customerPath}`)).toBeVisible();
		await expect(panel.getByText("The last test did not succeed.")).toHaveCount(0);
		await panel.getByRole("button", { name: "Save" }).click();
		await expect(card(panel).getByRole("heading", { name: "Lucía F." })).toBeVisible();
	} finally {
		await revokeHost(browser.context, browser.extensionId, pattern);
	}
});

test("connects with the keyboard alone", async ({ stage }) => {
	const { panel, crm } = stage;
	crm.answer(customerPath, nobody);
	await pressTabUntilFocused(panel, endpointField(panel));
	await panel.keyboard.type(`${crm.url}${customerPath}`);
	await pressTabUntilFocused(panel, panel.getByLabel("Sign-in"));
	await panel.keyboard.type("Header");
	await pressTabUntilFocused(panel, panel.getByLabel("Value"));
	await panel.keyboard.type("Bearer abc");
	await panel.keyboard.press("Enter");
	await expect(panel.getByText("Your CRM answered, and knows nobody with this number.")).toBeVisible();

	const phone = panel.getByLabel("Test with this phone");
	await pressTabUntilFocused(panel, phone);
	await phone.press("Control+a");
	await panel.keyboard.type("+34600111222");
	await panel.keyboard.press("Enter");
	await expect
		.poll(() => crm.received(customerPath).map((request) => request.phone))
		.toEqual(["+34600000000", "+34600111222"]);
	await expect(panel.getByText("The connection works")).toBeVisible();
	await pressTabUntilFocused(panel, panel.getByRole("button", { name: "Continue" }));
	await panel.keyboard.press("Enter");
	await pressTabUntilFocused(panel, panel.getByRole("button", { name: "Save" }));
	await panel.keyboard.press("Enter");
	await expect(title(panel, "No chat open")).toBeVisible();
	expect(crm.received(customerPath).map(({ headers }) => headers.authorization)).toEqual([
		"Bearer abc",
		"Bearer abc",
	]);
});

const refusedAddresses = [
	{ address: "", message: "Required." },
	{ address: "crm.example.com/customer", message: "Write the whole address" },
	{ address: "localhost:8080/customer", message: "Write the whole address" },
	{ address: "https://", message: "This is not a valid URL." },
	{ address: "file:///etc/passwd", message: "The address must begin with https://" },
	{ address: "javascript:alert(1)", message: "The address must begin with https://" },
	{ address: "data:application/json,{}", message: "The address must begin with https://" },
	{ address: "ftp://crm.example.com/", message: "The address must begin with https://" },
	{
		address: "https://user:secret@crm.example.com/",
		message: "Take the user name and password out of the address",
	},
	{
		address: "http://crm.example.com/customer",
		message:
			"Plain http:// is accepted only for this computer and your own network, and crm.example.com is neither. Use https://.",
	},
];

test("refuses addresses it cannot use, says why, and sends nothing", async ({ stage }) => {
	const { panel, crm, elsewhere } = stage;
	const field = endpointField(panel);
	for (const { address, message } of refusedAddresses) {
		await field.fill(address);
		await field.blur();
		await expect(field, address).toHaveAccessibleDescription(new RegExp(message.replace(/[.?()]/g, "\\$&")));
		await expect(field).toHaveAttribute("aria-invalid", "true");
		await testButton(panel).click();
		await expect(field, "the first field that is wrong has the focus").toBeFocused();
		await expect(panel.getByRole("listitem").filter({ hasText: "1 Connect" })).toHaveAttribute(
			"aria-current",
			"step",
		);
	}
	await fillAddress(stage);
	await expect(field).toHaveAttribute("aria-invalid", "false");
	expect([...crm.received(), ...elsewhere.received()]).toEqual([]);
});

test("refuses header names and values that cannot be sent, and asks for what is missing", async ({
	stage,
}) => {
	const { panel, crm } = stage;
	await fillAddress(stage);
	await panel.getByLabel("Sign-in").selectOption("header");
	const name = panel.getByLabel("Name", { exact: true });
	const value = panel.getByLabel("Value");
	await expect(name).toHaveValue("Authorization");
	await testButton(panel).click();
	await expect(value).toHaveAccessibleDescription("Required.");

	await value.fill("abc");
	for (const [header, message] of [
		["X Api Key", "Not a valid header name."],
		["X-Ключ", "Not a valid header name."],
		["Cookie", "Browsers do not let extensions set this header."],
		["Sec-Token", "Browsers do not let extensions set this header."],
		["", "Required."],
	] as const) {
		await name.fill(header);
		await name.blur();
		await expect(name).toHaveAccessibleDescription(message);
	}
	await name.fill("X-Api-Key");
	await value.fill("clé €");
	await testButton(panel).click();
	await expect(panel.getByText("The value holds a character a header cannot carry.")).toBeVisible();

	await panel.getByLabel("Sign-in").selectOption("basic");
	await testButton(panel).click();
	await expect(panel.getByLabel("User name")).toHaveAccessibleDescription("Required.");
	await expect(panel.getByRole("listitem").filter({ hasText: "1 Connect" })).toHaveAttribute(
		"aria-current",
		"step",
	);
	expect(crm.received()).toEqual([]);
});

test("shows the real answer, as read and as it came, with what could not be read", async ({ stage }) => {
	const { panel, crm } = stage;
	const answer = {
		found: true,
		customer: { name: "Lucía F.", ordersCount: "many", totalSpent: "12,50", currency: "EUR" },
	};
	crm.answer(customerPath, json(answer));
	await fillAddress(stage);
	await testButton(panel).click();
	await expect(panel.getByText("Lucía F.", { exact: true })).toBeVisible();
	await expect(panel.getByText("€12.50")).toBeVisible();
	await expect(panel.getByText(/^HTTP 200 · \d+ ms$/)).toBeVisible();
	await panel.getByText("1 field of the answer could not be read").click();
	await expect(panel.getByText("customer.ordersCount: expected a number, found “many”")).toBeVisible();
	await panel.getByText("Raw answer").click();
	await expect(panel.locator("pre")).toHaveText(JSON.stringify(answer, null, 2), { useInnerText: true });
});

test("refuses a phone to test with that is not international", async ({ stage }) => {
	const { panel, crm } = stage;
	crm.answer(customerPath, nobody);
	await fillAddress(stage);
	await testButton(panel).click();
	await expect(panel.getByText("The connection works")).toBeVisible();
	const phone = panel.getByLabel("Test with this phone");
	await phone.fill("612345678");
	await panel.getByRole("button", { name: "Test", exact: true }).click();
	await expect(phone).toBeFocused();
	await expect(phone).toHaveAttribute("aria-invalid", "true");
	await expect(phone).toHaveAccessibleDescription(
		"This is not a complete international number. Begin with + and the country code.",
	);
	expect(crm.received()).toHaveLength(1);
});

test("says why a test failed, and lets the user go on anyway", async ({ stage }) => {
	const { panel, crm } = stage;
	crm.answer(customerPath, json({ error: "Unknown token" }, { status: 401 }));
	await fillAddress(stage);
	await testButton(panel).click();
	await expect(panel.getByRole("alert")).toContainText("Your CRM refused the credentials (401)");
	await expect(panel.getByText(/^HTTP 401 · \d+ ms$/)).toBeVisible();
	await panel.getByText("Raw answer").click();
	await expect(panel.locator("pre")).toContainText("Unknown token");

	await panel.getByRole("button", { name: "Continue anyway" }).click();
	await expect(panel.getByText("The last test did not succeed.")).toBeVisible();
	await panel.getByRole("button", { name: "Save" }).click();
	await expect(title(panel, "No chat open")).toBeVisible();
});

test("tests again after a mistake was put right", async ({ stage }) => {
	const { panel, crm } = stage;
	crm.answer(customerPath, nobody);
	await endpointField(panel).fill(`${crm.url}/customer-imfo`);
	await testButton(panel).click();
	await expect(panel.getByRole("alert")).toContainText("Nothing at this address (404)");
	await panel.getByRole("button", { name: "Back" }).click();
	await expect(endpointField(panel)).toHaveValue(`${crm.url}/customer-imfo`);
	await fillAddress(stage);
	await testButton(panel).click();
	await expect(panel.getByText("The connection works")).toBeVisible();
	await expect(panel.getByRole("alert")).toHaveCount(0);
});

test("changes the connection later without ever showing the secret", async ({ stage }) => {
	const { browser, panel, crm, connect, open } = stage;
	crm.answer(customerPath, ({ headers }) => found({ name: `Asked with ${headers["x-api-key"]}` }));
	await connect({ auth: { type: "header", fields: { "X-Api-Key": "0ld-s3cret" } } });
	await open("lucia");
	await expect(card(panel).getByRole("heading", { name: "Asked with 0ld-s3cret" })).toBeVisible();
	crm.answer(customerPath, ({ headers }) =>
		found({ name: headers["x-api-key"] === "new" ? "The new key" : "The old key" }),
	);

	await panel.getByRole("button", { name: new URL(crm.url).host }).click();
	await expect(title(panel, "Change the connection")).toBeVisible();
	await expect(endpointField(panel)).toHaveValue(`${crm.url}${customerPath}`);
	await expect(panel.getByLabel("Name", { exact: true })).toHaveValue("X-Api-Key");
	await expect(panel.getByLabel("Value")).toHaveValue("••••••");
	await expect(panel.getByText("The stored secret is not shown. Leave the dots to keep it.")).toBeVisible();
	expect(await panel.content()).not.toContain("0ld-s3cret");
	await panel.getByRole("button", { name: "Cancel" }).click();
	await expect(card(panel)).toBeVisible();

	await panel.getByRole("button", { name: new URL(crm.url).host }).click();
	await panel.getByLabel("Value").fill("new");
	await testButton(panel).click();
	await panel.getByRole("button", { name: "Continue" }).click();
	await expect(panel.getByText("Header", { exact: true })).toBeVisible();
	await panel.getByRole("button", { name: "Save" }).click();
	await expect(card(panel).getByRole("heading", { name: "The new key" })).toBeVisible();

	const options = await browser.context.newPage();
	try {
		await options.goto(`chrome-extension://${browser.extensionId}/options.html#/crm-endpoints`);
		await expect(options.getByText(`POST ${crm.url}${customerPath}`)).toBeVisible();
		await expect(options.getByText("Header: X-Api-Key")).toBeVisible();
		await options.getByRole("link", { name: "Change" }).click();
		await options.getByRole("button", { name: "Remove endpoint" }).click();
		await expect(options.getByText("The endpoint was removed.")).toBeVisible();
	} finally {
		await options.close();
	}
	await expect(title(panel, "Connect your CRM")).toBeVisible();
});

test("keeps the stored secret where it is: for its server without typing it again, for no other", async ({
	stage,
}) => {
	const { panel, crm, elsewhere, connect, open } = stage;
	crm.answer(customerPath, ({ headers }) => found({ name: `Asked with ${headers["x-api-key"]}` }));
	await connect({ auth: { type: "header", fields: { "X-Api-Key": "0ld-s3cret" } } });
	await open("lucia");
	await panel.getByRole("button", { name: new URL(crm.url).host }).click();
	await endpointField(panel).fill(`${elsewhere.url}${customerPath}`);
	await testButton(panel).click();
	await expect(panel.getByLabel("Sign-in")).toHaveAccessibleDescription(
		"A stored secret goes to its own server only. Enter it again for this one.",
	);
	expect(elsewhere.received()).toEqual([]);

	await endpointField(panel).fill(`${crm.url}${customerPath}?v=2`);
	await testButton(panel).click();
	await expect(panel.getByText("Asked with 0ld-s3cret", { exact: true })).toBeVisible();
	await panel.getByRole("button", { name: "Continue" }).click();
	await panel.getByRole("button", { name: "Save" }).click();
	await expect(card(panel).getByRole("heading", { name: "Asked with 0ld-s3cret" })).toBeVisible();
	expect(crm.received(customerPath).at(-1)?.query.get("v")).toBe("2");
});

test("asks for access again after it was taken away, and goes on when it is granted", async ({ stage }) => {
	const { browser, panel, crm, connect, open } = stage;
	const pattern = `${crm.url}/*`;
	crm.answer(customerPath, ({ phone }) => found({ name: `CRM ${phone}` }));
	await connect();
	await open("lucia");
	await expect(card(panel).getByRole("heading", { name: "CRM +34612345678" })).toBeVisible();

	await revokeHost(browser.context, browser.extensionId, pattern);
	const notice = panel.getByRole("status").filter({ hasText: "Access needed" });
	await expect(notice).toContainText(`Chatside needs your permission to ask ${new URL(crm.url).host}.`);
	await expect(notice).toContainText("Shown below is what your CRM said this minute.");
	await open("marco");
	await expect(notice).toBeVisible();
	await expect(card(panel)).toHaveCount(0);
	expect(crm.received()).toHaveLength(1);

	await approveHost(browser.context, browser.extensionId, pattern);
	await notice.getByRole("button", { name: "Grant access" }).click();
	await expect(card(panel).getByRole("heading", { name: "CRM +393331234567" })).toBeVisible();
	await expect(notice).toHaveCount(0);
});
