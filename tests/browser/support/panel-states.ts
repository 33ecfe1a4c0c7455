import type { Page } from "@playwright/test";
import { revokeHost } from "../../../demo/browser/host-permission";
import {
	modelPath,
	openAssistant,
	setModel,
	showTab,
	statusPath,
	streamed,
	suggestButton,
} from "./assistant";
import { connectSearch, nora, results, searchPath } from "./customer-search";
import { followUps, storeFollowUps } from "./follow-ups";
import { createGate } from "./gate";
import { openProducts, productsPath, tablecloth } from "./products";
import { found, html, json, nobody } from "./replies";
import { customerPath, expect, type Stage } from "./stage";
import type { Texts } from "./texts";

/** A state of the panel: how to get there from a new one, in the language of `texts`. */
export type PanelState = { name: string; arrive(stage: Stage, texts: Texts): Promise<void> };

/** A customer with something in every part of the card. */
export const fullCustomer = {
	name: "Lucía Fernández de la Vega y Rodríguez-Villanueva",
	email: "lucia.fernandez.de.la.vega@a-very-long-company-name.example.com",
	shopUrl: "https://crm.example.com/customers/7",
	state: "active",
	tags: ["VIP", "newsletter", "wholesale since 2019"],
	notes: "Prefers deliveries after 17:00.",
	address: "Calle de la Princesa 31, 4º izquierda, 28008 Madrid",
	createdAt: "2021-03-04",
	currency: "EUR",
	ordersCount: 3,
	totalSpent: 12_345.67,
	totalRefunded: 20,
	totalDiscounts: 15.5,
	orders: [
		{
			name: "#1003",
			date: "2026-11-20",
			amount: 1_229.9,
			netAmount: 1_209.9,
			totalDiscounts: 20,
			state: "shipped",
			url: "https://crm.example.com/orders/1003",
			items: [
				{
					name: "Linen tablecloth",
					sku: "MAN-220",
					quantity: 2,
					price: 614.95,
					url: "https://shop.example.com/1",
					colour: "Añil",
				},
			],
			tracking: [
				{
					carrier: "SEUR",
					number: "1Z999AA10123456784",
					url: "https://seur.example.com/1Z",
					status: "In transit",
				},
			],
			warehouse: "Getafe",
		},
		{ name: "#1002", date: "2026-10-02", amount: 80, state: "paid" },
		{ name: "#1001", date: "2026-09-02", amount: 40, state: "cancelled" },
	],
	abandonedCarts: [
		{
			date: "2026-11-21",
			amount: 59.9,
			url: "https://shop.example.com/cart/1",
			items: [{ name: "Lamp", quantity: 1, price: 59.9 }],
		},
	],
	loyaltyPoints: 1_230,
	portal: "https://portal.example.com/a/rather/long/path/that/has/to/wrap/somewhere",
	marketing: true,
	lastVisitAt: "2026-11-22T10:30:00Z",
	campaigns: ["Spring", "Summer"],
	ordersRating: "n/a",
};

/** The username chat is linked to a customer whose card is then this one, or none. */
async function linkTo(stage: Stage, texts: Texts, customer: object | undefined): Promise<void> {
	const { panel, crm, open } = stage;
	await connectSearch(stage, [{ ...fullCustomer, id: 1 }]);
	crm.answer(customerPath, customer ? found({ id: 1, ...customer }) : nobody);
	await open("nora");
	await panel.getByRole("button", { name: texts("link_find") }).click();
	await panel.getByRole("combobox").fill("a");
	await results(panel).getByRole("button").first().click();
}

const card = (panel: Page) => panel.getByTestId("customer-card");

async function showCard({ crm, connect, open, panel }: Stage): Promise<void> {
	crm.answer(customerPath, found({ ...fullCustomer, totalDiscounts: "unknown" }));
	await connect();
	await open("lucia");
	await expect(card(panel)).toBeVisible();
}

async function showFollowUps({ panel, connect, open }: Stage, texts: Texts): Promise<void> {
	await connect();
	await open("lucia");
	await panel.getByRole("tab", { name: texts("followUp_tab") }).click();
	await expect(panel.getByTestId("follow-ups").getByRole("checkbox")).toBeVisible();
}

async function findProducts(stage: Stage, texts: Texts): Promise<void> {
	const { panel, crm } = stage;
	const [product, another] = [
		tablecloth,
		{ ...tablecloth, stock: 0, variants: [], rating: "ask us", price: "?" },
	];
	crm.answer(productsPath, json({ products: [product, another, { price: 3 }] }));
	await openProducts(stage, texts);
	await panel.getByRole("searchbox").fill("linen");
	await expect(panel.getByTestId("products").getByRole("listitem").first()).toBeVisible();
}

async function testConnection(
	{ crm, panel }: Stage,
	texts: Texts,
	reply = json({ found: true, customer: fullCustomer }),
): Promise<void> {
	crm.answer(customerPath, reply);
	await panel.getByLabel(texts("connect_url")).fill(`${crm.url}${customerPath}`);
	await panel.getByRole("button", { name: texts("connect_toTest") }).click();
	await panel.getByText(texts("connect_rawAnswer")).click();
}

export const panelStates: PanelState[] = [
	{
		name: "first run",
		arrive: ({ panel }) => expect(panel.getByTestId("connect-wizard")).toBeVisible(),
	},
	{
		name: "a connection that is refused",
		async arrive({ panel }, texts) {
			await panel.getByLabel(texts("connect_url")).fill("http://crm.example.com/customer");
			await panel.getByLabel(texts("connect_auth")).selectOption("header");
			await panel.getByLabel(texts("connect_fieldName"), { exact: true }).fill("Not valid");
			await panel.getByRole("button", { name: texts("connect_toTest") }).click();
			await expect(panel.locator("[aria-invalid=true]")).toHaveCount(3);
		},
	},
	{
		name: "a test that passed",
		async arrive(stage, texts) {
			await testConnection(stage, texts);
			await expect(stage.panel.getByText(texts("connect_works"))).toBeVisible();
		},
	},
	{
		name: "a test that failed",
		async arrive(stage, texts) {
			await testConnection(stage, texts, html(500));
			await expect(stage.panel.getByRole("alert")).toBeVisible();
		},
	},
	{
		name: "a connection to be saved",
		async arrive(stage, texts) {
			await testConnection(stage, texts, html(403));
			await stage.panel.getByRole("button", { name: texts("connect_toSaveAnyway") }).click();
			await expect(stage.panel.getByText(texts("connect_untested"))).toBeVisible();
		},
	},
	{
		name: "no chat",
		async arrive({ panel, connect }, texts) {
			await connect();
			await expect(panel.getByRole("heading", { name: texts("states_noChat_title") })).toBeVisible();
		},
	},
	{
		name: "a slow CRM",
		async arrive({ panel, crm, connect, open }) {
			crm.answer(customerPath, async () => {
				await createGate().passed;
				return nobody;
			});
			await connect();
			await open("lucia");
			await expect.poll(() => crm.received(customerPath)).toHaveLength(1);
			await expect(panel.getByTestId("customer-skeleton")).toBeVisible();
		},
	},
	{ name: "a customer", arrive: showCard },
	{
		name: "an unfolded order",
		async arrive(stage) {
			await showCard(stage);
			await stage.panel.locator("main button[aria-expanded]").first().click();
			for (const summary of await stage.panel.locator("main summary").all()) await summary.click();
			await expect(stage.panel.getByText("1Z999AA10123456784").last()).toBeVisible();
		},
	},
	{
		name: "two customers of one number",
		async arrive({ crm, connect, open, panel }) {
			crm.answer(customerPath, json({ found: true, customers: [fullCustomer, { name: "Luis" }] }));
			await connect();
			await open("lucia");
			await expect(panel.getByRole("radio")).toHaveCount(2);
		},
	},
	{
		name: "an old card of a CRM that fails",
		async arrive(stage, texts) {
			await showCard(stage);
			await stage.crm.stop();
			await stage.panel.getByRole("button", { name: texts("customer_refresh") }).click();
			await expect(stage.panel.getByText(texts("failures_unreachable_title"))).toBeVisible();
		},
	},
	{
		name: "a failure",
		async arrive({ crm, connect, open, panel }) {
			crm.answer(customerPath, html());
			await connect();
			await open("lucia");
			await expect(panel.getByRole("alert")).toBeVisible();
		},
	},
	{
		name: "access taken away",
		async arrive(stage, texts) {
			const { browser, crm, connect, open, panel } = stage;
			await connect();
			await revokeHost(browser.context, browser.extensionId, `${crm.url}/*`);
			await open("lucia");
			await expect(panel.getByText(texts("failures_permission_title"))).toBeVisible();
		},
	},
	{
		name: "a number the CRM does not know",
		async arrive({ crm, connect, open, panel }, texts) {
			crm.answer(customerPath, nobody);
			await connect();
			await open("stranger");
			await expect(panel.getByText(texts("states_notFound_text"))).toBeVisible();
		},
	},
	{
		name: "a username",
		async arrive({ connect, open, panel }, texts) {
			await connect();
			await open("nora");
			await panel.getByLabel(texts("states_unidentified_label")).fill("12");
			await panel.getByRole("button", { name: texts("states_unidentified_submit") }).click();
			await expect(panel.getByText(texts("states_unidentified_notAPhone"))).toBeVisible();
		},
	},
	{
		name: "no product search",
		async arrive({ connect, panel }, texts) {
			await connect();
			await panel.getByRole("tab", { name: texts("tabs_products") }).click();
			await expect(panel.getByText(texts("products_notSet_text"))).toBeVisible();
		},
	},
	{ name: "products", arrive: findProducts },
	{
		name: "a product that cannot be inserted",
		async arrive(stage, texts) {
			await findProducts(stage, texts);
			await stage.panel
				.getByRole("button", { name: texts("products_insert"), exact: false })
				.first()
				.click();
			await expect(stage.panel.getByText(texts("insert_failures_no_chat"))).toBeVisible();
		},
	},
	{
		name: "no model",
		async arrive({ connect, panel }, texts) {
			await connect();
			await showTab(panel, texts);
			await expect(panel.getByText(texts("assistantTab_notSet_text"))).toBeVisible();
		},
	},
	{
		name: "a model without a CRM",
		async arrive(stage, texts) {
			await setModel(stage);
			await showTab(stage.panel, texts);
			await expect(stage.panel.getByText(texts("assistantTab_noChat"))).toBeVisible();
		},
	},
	{
		name: "an assistant that has not been asked, and what it sees",
		async arrive(stage, texts) {
			await openAssistant(stage, texts);
			await stage.panel.getByTestId("seen").locator("summary").click();
			await expect(stage.panel.getByTestId("seen").getByRole("listitem").first()).toBeVisible();
		},
	},
	{
		name: "an answer that is being written",
		async arrive(stage, texts) {
			stage.crm.answer(modelPath, streamed("¡Hola Lucía! ", createGate()));
			await openAssistant(stage, texts);
			await suggestButton(stage.panel, texts).click();
			await expect(stage.panel.getByText(texts("assistantTab_status_writing"))).toBeVisible();
		},
	},
	{
		name: "calls of functions, and one that waits for a person",
		async arrive(stage, texts) {
			const { crm, panel } = stage;
			const wanted = (name: string, more = {}) => ({ name, arguments: { order_id: "CS-11464", ...more } });
			crm.answer(statusPath, json({ state: "shipped", carrier: "Correos Express" }));
			crm.answer(modelPath, () =>
				streamed("Un momento. ", [
					wanted("check_order_status"),
					{ name: "check_order_status", arguments: { order_id: 7 } },
					wanted("add_order_note", { note: "a-very-long-word-that-has-to-break-somewhere-or-it-is-cut" }),
				]),
			);
			await openAssistant(stage, texts);
			await suggestButton(panel, texts).click();
			await expect(panel.getByTestId("approval").locator("[aria-disabled=false]")).toBeVisible();
			await expect(panel.getByTestId("call")).toHaveCount(2);
			for (const summary of await panel.getByTestId("call").locator("summary").all()) await summary.click();
		},
	},
	{
		name: "a suggested reply",
		async arrive(stage, texts) {
			stage.crm.answer(modelPath, streamed("¡Hola Lucía!\nSí, el mantel está también en Añil, a 49,90 €."));
			await openAssistant(stage, texts);
			await suggestButton(stage.panel, texts).click();
			await expect(stage.panel.getByTestId("usage")).toBeVisible();
			await stage.panel.getByRole("button", { name: texts("assistantTab_draft_insert") }).click();
			await expect(stage.panel.locator("[role=status] svg.text-good, svg.text-good").first()).toBeVisible();
		},
	},
	{
		name: "an answer to a question",
		async arrive(stage, texts) {
			stage.crm.answer(modelPath, streamed("Vive en Madrid."));
			await openAssistant(stage, texts);
			const field = stage.panel.getByRole("textbox", { name: texts("assistantTab_ask") });
			await field.fill("¿Dónde vive Lucía, y cuántas veces ha comprado algo en los últimos doce meses?");
			await field.press("Enter");
			await expect(stage.panel.getByTestId("usage")).toBeVisible();
		},
	},
	{
		name: "a model that fails",
		async arrive(stage, texts) {
			const error = {
				error: { message: "Incorrect API key provided: sk-***. You can find your API key in the settings." },
			};
			stage.crm.answer(modelPath, json(error, { status: 401 }));
			await openAssistant(stage, texts);
			await suggestButton(stage.panel, texts).click();
			await expect(stage.panel.getByText(texts("assistantTab_failures_key_refused_title"))).toBeVisible();
		},
	},
	{
		name: "a day's limit that is reached",
		async arrive(stage, texts) {
			stage.crm.answer(modelPath, streamed("Hola."));
			await openAssistant(stage, texts);
			await setModel(stage, { daily_token_limit: 1 });
			await suggestButton(stage.panel, texts).click();
			await expect(stage.panel.getByTestId("usage")).toBeVisible();
			await suggestButton(stage.panel, texts).click();
			await expect(stage.panel.getByText(texts("assistantTab_notStarted_limit_reached_title"))).toBeVisible();
		},
	},
	{
		name: "a search for a customer",
		async arrive(stage, texts) {
			const { panel, open } = stage;
			await connectSearch(stage, [
				{ ...fullCustomer, id: 1, shoeSize: 38 },
				{ ...nora, state: "vip" },
				{ name: fullCustomer.name, shoeSize: 41, email: fullCustomer.email },
			]);
			await open("nora");
			await panel.getByRole("button", { name: texts("link_find") }).click();
			await panel.getByRole("combobox").fill("a");
			await expect(results(panel)).toHaveCount(3);
			await panel.getByRole("combobox").press("ArrowDown");
		},
	},
	{
		name: "a preview of a customer",
		async arrive(stage, texts) {
			const { panel, open } = stage;
			await connectSearch(stage);
			await open("nora");
			await panel.getByRole("button", { name: texts("link_find") }).click();
			await panel.getByRole("combobox").fill("a");
			await results(panel).getByRole("button").last().click();
			await expect(panel.getByRole("dialog").getByRole("term").first()).toBeVisible();
		},
	},
	{
		name: "a search that fails",
		async arrive(stage, texts) {
			const { panel, open, crm } = stage;
			await connectSearch(stage);
			crm.answer(searchPath, html());
			await open("nora");
			await panel.getByRole("button", { name: texts("link_find") }).click();
			await panel.getByRole("combobox").fill("a");
			await expect(panel.getByRole("alert")).toBeVisible();
		},
	},
	{
		name: "a linked customer, the menu open",
		async arrive(stage, texts) {
			await linkTo(stage, texts, fullCustomer);
			const { panel } = stage;
			await expect(card(panel)).toBeVisible();
			await expect(panel.getByText(texts("link_byHand"))).toBeVisible();
			await panel.getByRole("button", { name: texts("link_menu") }).click();
			await expect(panel.getByRole("menuitem")).toHaveCount(3);
		},
	},
	{
		name: "another customer than the linked one",
		async arrive(stage, texts) {
			await linkTo(stage, texts, { ...fullCustomer, id: 2 });
			await expect(stage.panel.getByText(texts("link_other_title"))).toBeVisible();
		},
	},
	{
		name: "a linked customer who is gone",
		async arrive(stage, texts) {
			await linkTo(stage, texts, undefined);
			await expect(stage.panel.getByText(texts("link_gone_text"))).toBeVisible();
		},
	},
	{
		name: "a customer said not to be this person",
		async arrive(stage, texts) {
			const { panel, crm, connect, open } = stage;
			crm.answer(customerPath, found({ id: 1, ...fullCustomer }));
			await connect();
			await open("lucia");
			await panel.getByRole("button", { name: texts("link_menu") }).click();
			await panel.getByRole("menuitem", { name: texts("link_notThis"), exact: true }).click();
			await expect(panel.getByText(texts("link_rejectedView_text"))).toBeVisible();
		},
	},
	{
		name: "two customers the search has for one number",
		async arrive(stage, texts) {
			const phone = "+34 699 000 111";
			await connectSearch(stage, [
				{ ...nora, phone },
				{ ...fullCustomer, id: 2, phone },
			]);
			await stage.open("stranger");
			await expect(stage.panel.getByText(texts("link_claim_text"))).toBeVisible();
		},
	},
	{
		name: "a group",
		async arrive({ connect, open, panel }, texts) {
			await connect();
			await open("team");
			await expect(panel.getByText(texts("states_group_text"))).toBeVisible();
		},
	},
	{
		name: "no follow-ups",
		async arrive(stage, texts) {
			await showFollowUps(stage, texts);
			await expect(stage.panel.getByText(texts("followUp_empty_off_text"))).toBeVisible();
		},
	},
	{
		name: "follow-ups that are due, and one that is snoozed",
		async arrive(stage, texts) {
			const { panel } = stage;
			await storeFollowUps(panel, followUps(Date.now()));
			await showFollowUps(stage, texts);
			for (const summary of await panel.getByTestId("follow-ups").locator("summary").all())
				await summary.click();
			await expect(panel.getByText(texts("followUp_signals_abandoned_cart"))).toBeVisible();
			await expect(panel.getByText("Bia", { exact: true })).toBeVisible();
		},
	},
	{
		name: "a follow-up whose chat is not found",
		async arrive(stage, texts) {
			const { panel } = stage;
			const [first] = followUps(Date.now());
			if (first) await storeFollowUps(panel, [{ ...first, chat: { title: "Nobody" } }]);
			await showFollowUps(stage, texts);
			await panel.getByRole("button", { name: texts("followUp_insert"), exact: true }).click();
			await expect(panel.getByText(texts("followUp_notOpened_because_not_found"))).toBeVisible();
		},
	},
	{
		name: "a page that cannot be read",
		async arrive(stage, texts) {
			await showCard(stage);
			await stage.chat.evaluate(() => window.demo.breakSelectors());
			await stage.panel.getByRole("button", { name: texts("health_short_broken") }).click();
			await expect(stage.panel.getByRole("dialog")).toBeVisible();
		},
	},
];
