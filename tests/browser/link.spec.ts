import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { card, cardHeading } from "./support/customer-card";
import {
	asked,
	connectSearch,
	nora,
	results,
	searchField,
	searchFor,
	searchPath,
} from "./support/customer-search";
import { createGate } from "./support/gate";
import { narrow, overflowing } from "./support/layout";
import { found, html, json, nobody } from "./support/replies";
import { customerPath, expect, type Stage, test } from "./support/stage";

const findButton = (panel: Page) => panel.getByRole("button", { name: "Find the customer" });
const toast = (panel: Page, text: string) => panel.getByRole("status").filter({ hasText: text });
const undo = (panel: Page, text: string) => toast(panel, text).getByRole("button", { name: "Undo" });

/** The username chat is open and linked to Nora. */
async function linkNora(stage: Stage): Promise<void> {
	await connectSearch(stage);
	await stage.open("nora");
	await searchFor(stage.panel, "nora");
	await results(stage.panel).first().getByRole("button", { name: "Nora Vidal" }).first().click();
	await expect(cardHeading(stage.panel, nora.name)).toBeVisible();
}

async function chooseInMenu(panel: Page, entry: string): Promise<void> {
	await panel.getByRole("button", { name: "Who is this?" }).click();
	await panel.getByRole("menuitem", { name: entry }).click();
}

test("finds the customer of a chat without a number, links them by keyboard, and shows them at once the next time", async ({
	stage,
}) => {
	const { panel, open, crm } = stage;
	await connectSearch(stage);
	await open("nora");
	await findButton(panel).press("Enter");
	await expect(searchField(panel)).toBeFocused();
	await searchField(panel).pressSequentially("nora");
	await expect(results(panel)).toHaveText([
		/Nora Vidal.*nora@designs\.example · \+34 622 000 001.*4 orders · €812\.50.*Calle Mayor 3, Madrid/,
	]);
	expect(asked(stage, searchPath)).toEqual([{ query: "nora", limit: 20 }]);
	await searchField(panel).press("ArrowDown");
	await searchField(panel).press("Enter");
	await expect(cardHeading(panel, nora.name)).toBeVisible();
	await expect(toast(panel, "Linked to Nora Vidal.")).toBeVisible();
	await expect(panel.getByText("Linked by you.")).toBeVisible();
	expect(asked(stage, customerPath)).toEqual([{ phone: "+34622000001", customer_id: "77" }]);
	// Of this chat WhatsApp tells a LID and no number.
	const keys = await panel.evaluate(async () => {
		const opening = indexedDB.open("chatside");
		const database = await new Promise<IDBDatabase>((resolve) => {
			opening.onsuccess = () => resolve(opening.result);
		});
		const links = database.transaction("customerLinks").objectStore("customerLinks").getAllKeys();
		await new Promise((resolve) => {
			links.onsuccess = resolve;
		});
		database.close();
		return links.result;
	});
	expect(keys).toEqual([expect.stringMatching(/^lid:\d+@lid$/)]);

	await open("team");
	await expect(panel.getByRole("heading", { name: "Equipo ventas" })).toBeVisible();
	await crm.stop();
	await open("nora");
	await expect(cardHeading(panel, nora.name)).toBeVisible();
	await expect(panel.getByRole("alert")).toHaveCount(0);
});

test("searches for the name in the chat when asked to, and leaves with Escape", async ({ stage }) => {
	const { panel, open } = stage;
	await connectSearch(stage);
	await open("nora");
	await findButton(panel).click();
	await panel.getByRole("button", { name: "Search for “nora.designs”" }).click();
	await expect(panel.getByText("1 customer found")).toBeVisible();
	expect(asked(stage, searchPath)).toEqual([{ query: "nora.designs", limit: 20 }]);
	await searchField(panel).press("Escape");
	await expect(findButton(panel)).toBeVisible();
	await expect(card(panel)).toHaveCount(0);
});

test("undoes a link", async ({ stage }) => {
	const { panel } = stage;
	await linkNora(stage);
	await undo(panel, "Linked to Nora Vidal.").click();
	await expect(findButton(panel)).toBeVisible();
	await expect(card(panel)).toHaveCount(0);
});

test("undoes a link after another chat was opened, without touching that one", async ({ stage }) => {
	const { panel, open } = stage;
	await linkNora(stage);
	await open("stranger");
	await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
	await undo(panel, "Linked to Nora Vidal.").click();
	await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
	await open("nora");
	await expect(findButton(panel)).toBeVisible();
	await expect(card(panel)).toHaveCount(0);
});

test("unlinks, and takes that back", async ({ stage }) => {
	const { panel } = stage;
	await linkNora(stage);
	await panel.getByRole("button", { name: "Unlink" }).click();
	await expect(findButton(panel)).toBeVisible();
	await undo(panel, "No longer linked to Nora Vidal.").click();
	await expect(cardHeading(panel, nora.name)).toBeVisible();
	await expect(panel.getByText("Linked by you.")).toBeVisible();
});

test("remembers that somebody is not the person the CRM knows by the number", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectSearch(stage);
	crm.answer(customerPath, found({ id: "5", name: "Lucía" }));
	await open("lucia");
	await expect(cardHeading(panel, "Lucía")).toBeVisible();
	await chooseInMenu(panel, "Not this person");
	await expect(panel.getByRole("heading", { name: "Not Lucía" })).toBeVisible();
	await expect(card(panel)).toHaveCount(0);
	await open("team");
	await expect(panel.getByRole("heading", { name: "Equipo ventas" })).toBeVisible();
	await open("lucia");
	await expect(panel.getByRole("heading", { name: "Not Lucía" })).toBeVisible();

	crm.answer(searchPath, json({ customers: [{ id: "5", name: "Lucía" }] }));
	await searchFor(panel, "luc");
	await expect(results(panel)).toContainText("Not this person");
	await searchField(panel).press("Escape");
	await panel.getByRole("button", { name: "Show Lucía again" }).click();
	await expect(cardHeading(panel, "Lucía")).toBeVisible();
});

test("links a number to another customer, and tells the CRM so", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectSearch(stage);
	crm.answer(customerPath, ({ body }) =>
		JSON.parse(body).customer_id ? found(nora) : found({ id: "5", name: "Lucía" }),
	);
	await open("lucia");
	await expect(cardHeading(panel, "Lucía")).toBeVisible();
	await chooseInMenu(panel, "Link to another customer");
	await searchField(panel).fill("nora");
	await expect(results(panel)).toHaveCount(1);
	await searchField(panel).press("ArrowDown");
	await searchField(panel).press("Enter");
	await expect(cardHeading(panel, nora.name)).toBeVisible();
	expect(asked(stage, searchPath)).toEqual([{ query: "nora", phone: "+34612345678", limit: 20 }]);
	expect(asked(stage, customerPath).at(-1)).toEqual({
		phone: "+34612345678",
		relatedphones: ["+34622000001"],
		customer_id: "77",
	});
});

test("only ever asks the CRM: linking, undoing and saying no are told to nobody", async ({ stage }) => {
	const { panel, crm, open } = stage;
	await linkNora(stage);
	await panel.getByRole("button", { name: "Unlink" }).click();
	await undo(panel, "No longer linked to Nora Vidal.").click();
	await expect(panel.getByText("Linked by you.")).toBeVisible();
	await open("lucia");
	await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
	const sent = crm.received().map(({ method, path, body }) => [method, path, Object.keys(JSON.parse(body))]);
	for (const [method, path, names] of sent) {
		expect(method).toBe("POST");
		expect([customerPath, searchPath]).toContain(path);
		const known =
			path === searchPath ? ["query", "phone", "limit"] : ["phone", "relatedphones", "customer_id"];
		expect(known).toEqual(expect.arrayContaining(names as string[]));
	}
	expect(sent.length).toBeGreaterThan(2);
});

test("says so when the CRM answers somebody else than the linked customer", async ({ stage }) => {
	const { panel, crm } = stage;
	await linkNora(stage);
	crm.answer(customerPath, found({ id: "5", name: "Lucía" }));
	await panel.getByRole("button", { name: "Refresh" }).click();
	await expect(cardHeading(panel, "Lucía")).toBeVisible();
	await expect(panel.getByText("The conversation is linked to Nora Vidal")).toBeVisible();
});

test("keeps the link to a customer the CRM no longer finds, and says whom", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await linkNora(stage);
	crm.answer(customerPath, nobody);
	await panel.getByRole("button", { name: "Refresh" }).click();
	await expect(panel.getByRole("heading", { name: "Nora Vidal is no longer found" })).toBeVisible();
	await expect(findButton(panel)).toBeVisible();
	await open("team");
	await expect(panel.getByRole("heading", { name: "Equipo ventas" })).toBeVisible();
	await open("nora");
	await expect(panel.getByRole("heading", { name: "Nora Vidal is no longer found" })).toBeVisible();
	await panel.getByRole("button", { name: "Unlink" }).click();
	await expect(panel.getByLabel("Phone number")).toBeVisible();
});

/** A CRM that can be asked by number alone, and writes Nora's as it is dialled at home, or not at all. */
async function connectByNumber(stage: Stage, phone?: string): Promise<void> {
	const { crm, tool } = stage;
	await connectSearch(stage, [{ ...nora, phone }]);
	crm.answer(customerPath, ({ query }) => (query.get("tel") === "622000001" ? found(nora) : nobody));
	const url = `${crm.url}${customerPath}?tel={phone_national}`;
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "sidePanel_CustomerInfo", url, method: "GET" },
	});
}

test("finds a linked customer by the number the CRM writes without its country", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectByNumber(stage, "622 00 00 01");
	await open("nora");
	await searchFor(panel, "nora");
	await results(panel).first().getByRole("button", { name: "Nora Vidal" }).first().click();
	await expect(cardHeading(panel, nora.name)).toBeVisible();
	expect(crm.received(customerPath).map(({ query }) => query.get("tel"))).toEqual(["622000001"]);
});

test("calls nobody gone whom the CRM could not be asked for, and says what is missing", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectByNumber(stage);
	await open("nora");
	await searchFor(panel, "nora");
	await results(panel).first().getByRole("button", { name: "Nora Vidal" }).first().click();
	await expect(panel.getByRole("heading", { name: "Your CRM cannot be asked for Nora Vidal" })).toBeVisible();
	await expect(panel.getByText("Put {customer_id} into its request")).toBeVisible();
	await panel.setViewportSize(narrow);
	expect(await overflowing(panel)).toEqual([]);
	expect(await accessibilityProblems(panel)).toEqual([]);
	expect(crm.received(customerPath)).toEqual([]);
	await panel.getByRole("button", { name: "Unlink" }).click();
	await expect(panel.getByLabel("Phone number")).toBeVisible();
});

test("shows the card of a result before anybody is linked", async ({ stage }) => {
	const { panel, open } = stage;
	await connectSearch(stage);
	await open("nora");
	await searchFor(panel, "nora");
	await results(panel).getByRole("button", { name: "Preview of Nora Vidal" }).click();
	const dialog = panel.getByRole("dialog", { name: "Preview" });
	await expect(dialog).toContainText(/Nora Vidal.*€812\.50/);
	await panel.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await expect(results(panel)).toHaveCount(1);
	await searchField(panel).press("ArrowDown");
	await panel.keyboard.press("Tab");
	await expect(results(panel).getByRole("button", { name: "Preview of Nora Vidal" })).toBeFocused();
	await panel.keyboard.press("Enter");
	await dialog.getByRole("button", { name: "Link" }).click();
	await expect(cardHeading(panel, nora.name)).toBeVisible();
});

test("shows the answer to what was typed last, whichever comes last", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectSearch(stage);
	const gate = createGate();
	crm.answer(searchPath, async ({ body }) => {
		const { query } = JSON.parse(body);
		if (query === "a") await gate.passed;
		return json({ customers: [{ id: query, name: `Found by ${query}` }] });
	});
	await open("nora");
	await searchFor(panel, "a");
	await expect.poll(() => crm.received(searchPath)).toHaveLength(1);
	await searchField(panel).fill("ab");
	await expect(results(panel)).toContainText("Found by ab");
	expect(crm.received(searchPath)[0]?.outcome).toBe("aborted");
	gate.open();
	await expect(results(panel)).toContainText("Found by ab");
	await expect(results(panel)).toHaveCount(1);
});

test("has at most one request in flight while somebody types ten keys a second", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectSearch(stage);
	let inFlight = 0;
	let most = 0;
	crm.answer(searchPath, async () => {
		most = Math.max(most, ++inFlight);
		await new Promise((resolve) => setTimeout(resolve, 50));
		inFlight--;
		return json({ customers: [nora] });
	});
	await open("nora");
	await searchFor(panel, "");
	await searchField(panel).pressSequentially("nora vidal madrid", { delay: 100 });
	await expect.poll(() => asked(stage, searchPath).at(-1)?.query).toBe("nora vidal madrid");
	await expect(results(panel)).toHaveCount(1);
	expect(most).toBe(1);
});

test("does not link a result without an id, and says why", async ({ stage }) => {
	const { panel, open } = stage;
	await connectSearch(stage, [{ name: "Nora Vidal", email: "nora@designs.example" }]);
	await open("nora");
	await searchFor(panel, "nora");
	await expect(results(panel)).toContainText("Your CRM gives no id for this customer");
	await expect(results(panel).getByRole("button")).toHaveCount(0);
	await searchField(panel).press("ArrowDown");
	await searchField(panel).press("Enter");
	await expect(searchField(panel)).toBeVisible();
	await expect(card(panel)).toHaveCount(0);
});

test("shows each customer once, and of namesakes what differs", async ({ stage }) => {
	const { panel, open } = stage;
	const one = { ...nora, shoeSize: 38, country: "Spain" };
	await connectSearch(stage, [one, one, { ...one, id: "78", email: "nv@example.com", shoeSize: 41 }]);
	await open("nora");
	await searchFor(panel, "nora");
	await expect(results(panel)).toHaveText([/nora@designs.*Shoe size: 38/, /nv@example\.com.*Shoe size: 41/]);
	await expect(results(panel).filter({ hasText: "Spain" })).toHaveCount(0);
});

test("shows the first hundred of ten thousand results", async ({ stage }) => {
	const { panel, open } = stage;
	const many = Array.from({ length: 10_000 }, (_, index) => ({ id: index, name: `Customer ${index}` }));
	await connectSearch(stage, many);
	await open("nora");
	await searchFor(panel, "customer");
	await expect(panel.getByText("The first 100 of 10,000 are shown.")).toBeVisible();
	await expect(results(panel)).toHaveCount(100);
	await searchField(panel).press("ArrowUp");
	await expect(results(panel).last()).toHaveAttribute("aria-selected", "true");
	await expect(results(panel).last()).toBeInViewport();
});

test("says that nobody was found", async ({ stage }) => {
	const { panel, open } = stage;
	await connectSearch(stage, []);
	await open("nora");
	await searchFor(panel, "nobody");
	await expect(panel.getByText("Nobody was found for “nobody”.")).toBeVisible();
});

test("says why a search failed, and tries again", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectSearch(stage);
	crm.answer(searchPath, html(500));
	await open("nora");
	await searchFor(panel, "nora");
	await expect(panel.getByRole("alert")).toContainText("500");
	crm.answer(searchPath, json({ customers: [nora] }));
	await panel.getByRole("button", { name: "Retry" }).click();
	await expect(results(panel)).toHaveCount(1);
	await expect(panel.getByRole("alert")).toHaveCount(0);
});

test("leads to the settings where no search is set", async ({ stage }) => {
	const { panel, connect, open, crm } = stage;
	crm.answer(customerPath, nobody);
	await connect();
	await open("stranger");
	const settings = stage.browser.context.waitForEvent("page");
	await panel.getByRole("button", { name: "Set up the search" }).click();
	const page = await settings;
	await expect(page).toHaveURL(/#\/crm-endpoints$/);
	await page.close();
});

test("ends the search when another chat is opened, and links nobody to that one", async ({ stage }) => {
	const { panel, open } = stage;
	await connectSearch(stage);
	await open("nora");
	await searchFor(panel, "nora");
	await expect(results(panel)).toHaveCount(1);
	await open("stranger");
	await expect(searchField(panel)).toHaveCount(0);
	await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
});

test.describe("a number that only the search knows", () => {
	const owner = { ...nora, phone: "+34 699 000 111" };

	test("links itself when exactly one customer has exactly it, and can be undone for good", async ({
		stage,
	}) => {
		const { panel, open, crm } = stage;
		await connectSearch(stage, [{ id: "1", name: "Nearly", phone: "+34 699 000 112" }, owner]);
		await open("stranger");
		await expect(cardHeading(panel, nora.name)).toBeVisible();
		await expect(panel.getByText("Linked because the number is the same.")).toBeVisible();
		expect(asked(stage, searchPath)).toEqual([{ query: "+34699000111", phone: "+34699000111", limit: 20 }]);
		await panel.locator("header").getByRole("button", { name: "Undo" }).click();
		await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
		await open("team");
		await expect(panel.getByRole("heading", { name: "Equipo ventas" })).toBeVisible();
		await open("stranger");
		await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
		expect(crm.received(searchPath)).toHaveLength(1);
	});

	test("is asked about when two customers claim it", async ({ stage }) => {
		const { panel, open } = stage;
		await connectSearch(stage, [owner, { id: "78", name: "Luis", phone: "+34699000111" }]);
		await open("stranger");
		await expect(panel.getByText("Several customers in your CRM have exactly this number.")).toBeVisible();
		await expect(card(panel)).toHaveCount(0);
		const claimant = panel.getByRole("listitem").filter({ hasText: "Nora Vidal" });
		await claimant.getByRole("button", { name: "Link" }).click();
		await expect(cardHeading(panel, nora.name)).toBeVisible();
		await expect(panel.getByText("Linked by you.")).toBeVisible();
	});
});

test("says for good which of two customers with one number is writing", async ({ stage }) => {
	const { panel, open, crm } = stage;
	await connectSearch(stage);
	const both = [{ id: "5", name: "Carmen" }, nora];
	crm.answer(customerPath, json({ found: true, customers: both }));
	await open("lucia");
	await panel.getByText("Nora Vidal", { exact: true }).click();
	await panel.getByRole("button", { name: "Always show Nora Vidal here" }).click();
	await expect(panel.getByText("Linked by you.")).toBeVisible();
	await expect(cardHeading(panel, nora.name)).toBeVisible();
	await expect(panel.getByRole("radio")).toHaveCount(0);
	expect(asked(stage, customerPath).at(-1)?.customer_id).toBe("77");
});
