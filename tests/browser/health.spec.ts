import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { card } from "./support/customer-card";
import { storeRequests, writtenRequests } from "./support/egress";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { found, json, text } from "./support/replies";
import { stopServiceWorker } from "./support/service-worker";
import { customerPath, expect, type Stage, test, withStage } from "./support/stage";
import { readTexts } from "./support/texts";

const hour = 3_600_000;
const region = (page: Page) => page.getByRole("region", { name: "Customer", exact: true });
const figure = (page: Page, name: string) => region(page).locator("dl > div").filter({ hasText: name });

/** Calls of the customer endpoint as the log has them: eight that went well and two that failed in the last day, and more before. */
async function someCalls({ crm, panel }: Stage): Promise<void> {
	const common = { host: new URL(crm.url).host, path: customerPath };
	const now = Date.now();
	await storeRequests(panel, [
		...Array.from({ length: 10 }, (_, index) => ({
			...common,
			at: now - 50 * hour - index * 1_000,
			ms: 900,
		})),
		...Array.from({ length: 8 }, (_, index) => ({
			...common,
			at: now - 2 * hour + index * 1_000,
			ms: 40 + index,
		})),
		{ ...common, at: now - hour, status: 503, state: "failed", failure: "http-status" },
		{ ...common, at: now - hour / 2, status: undefined, state: "failed", failure: "timeout" },
		{ ...common, at: now - hour / 3, status: undefined, state: "cancelled", failure: "cancelled" },
		{ ...common, at: now - hour / 4, path: "/another", status: 500, state: "failed", failure: "http-status" },
	]);
}

test("leads to the endpoints while none is set", async ({ stage }) => {
	await withSettings(stage, "#/health", async (page) => {
		await expect(page.getByRole("heading", { name: "No endpoint is set" })).toBeVisible();
		await page.getByRole("main").getByRole("link", { name: "CRM endpoints" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "CRM endpoints" })).toBeVisible();
	});
});

test("says of an endpoint that it was never called, and that it works once it was", async ({ stage }) => {
	const { crm, connect, open, panel, chat } = stage;
	crm.answer(customerPath, found({ name: "Lucía" }));
	await connect();
	await withSettings(stage, "#/health", async (page) => {
		await expect(region(page)).toContainText("Never called");
		await expect(figure(page, "Calls")).toContainText("0");
		await chat.bringToFront();
		await open("lucia");
		await expect(card(panel)).toBeVisible();
		await page.bringToFront();
		await expect(region(page)).toContainText("Working", { timeout: 15_000 });
		await expect(figure(page, "Calls")).toContainText("1", { timeout: 15_000 });
		await expect(figure(page, "Succeeded")).toContainText("100%");
	});
});

test("tells rate, times and errors over a day and a week, of this address alone", async ({ stage }) => {
	await stage.connect();
	await someCalls(stage);
	await withSettings(stage, "#/health", async (page) => {
		await expect(figure(page, "Calls")).toContainText("10");
		await expect(figure(page, "Succeeded")).toContainText("80%");
		await expect(figure(page, "Half within")).toContainText("43 ms");
		await expect(figure(page, "95 % within")).toContainText("47 ms");
		const table = page.getByRole("table", { name: "Calls over time" });
		await expect(table.getByRole("row").nth(1)).toContainText(/\d/);
		await expect(region(page)).toContainText("8 succeeded");
		await expect(region(page)).toContainText("2 failed");
		await region(page).getByRole("button", { name: "7 days" }).click();
		await expect(figure(page, "Calls")).toContainText("20");
		await expect(figure(page, "Succeeded")).toContainText("90%");
		await expect(region(page)).toContainText("18 succeeded");
		await region(page).getByText("The last 2 errors").click();
		const errors = region(page).locator("details li");
		await expect(errors).toHaveCount(2);
		await expect(errors.first()).toContainText("no answer");
		await expect(errors.last()).toContainText("HTTP 503");
		await errors.last().getByRole("link").click();
		await expect(page.getByRole("dialog")).toContainText("HTTP 503");
	});
});

test("counts the calls of an endpoint with the customer's number in its path, each with its steps as one", async ({
	stage,
}) => {
	const { crm, connect, open, panel, chat } = stage;
	crm.answer("/people/34612345678", json({ id: 7, name: "Lucía" }));
	crm.answer("/people/7/orders", json({ orders: [] }));
	const url = `${crm.url}/people/{phone_digits}`;
	const steps = [{ url: `${crm.url}/people/{answer.id}/orders`, method: "GET" }];
	await connect({ url, method: "GET", steps, mapping: "answers[0]", cache_ttl_s: 0 });
	await open("lucia");
	await expect(card(panel)).toBeVisible();
	await withSettings(stage, "#/health", async (page) => {
		await expect(figure(page, "Calls")).toContainText("1");
		await expect(figure(page, "Succeeded")).toContainText("100%");
		crm.answer("/people/7/orders", text("broken", { status: 500 }));
		await chat.bringToFront();
		await open("team");
		await open("lucia");
		await expect.poll(() => crm.received("/people/7/orders").length).toBe(2);
		await page.bringToFront();
		await expect(figure(page, "Calls")).toContainText("2", { timeout: 15_000 });
		await expect(figure(page, "Succeeded")).toContainText("50%");
		await region(page).getByText("The last error").click();
		await expect(region(page).locator("details li")).toContainText("HTTP 500");
		await region(page).getByRole("link", { name: "Show its requests" }).click();
		const failed = page.getByRole("listitem").filter({ hasText: "HTTP 500" });
		await expect(failed).toContainText("Customer, request 2");
	});
});

test("says until when a failing endpoint is paused, and tries it again", async ({ stage }) => {
	const { crm, connect, open, panel, chat } = stage;
	crm.answer(customerPath, text("broken", { status: 500 }));
	await connect();
	await open("lucia");
	for (let failures = 1; failures < 5; failures++) {
		await expect.poll(() => crm.received(customerPath).length).toBe(failures);
		await expect(panel.getByRole("button", { name: "Retry" })).toBeVisible();
		await panel.getByRole("button", { name: "Retry" }).click();
	}
	await expect.poll(() => crm.received(customerPath).length).toBe(5);
	await expect.poll(() => writtenRequests(panel)).toBe(5);
	// The pause outlives the worker: opening the chat again asks nothing.
	await stopServiceWorker(stage.browser);
	await open("team");
	await open("lucia");
	await expect(panel.getByText(/asks it again only at/)).toBeVisible();
	expect(crm.received(customerPath)).toHaveLength(5);
	await withSettings(stage, "#/overview", async (page) => {
		await page
			.getByRole("region", { name: "Needs attention" })
			.getByRole("link", { name: "CRM health" })
			.click();
		await expect(region(page)).toContainText(/Paused until \d+:\d\d/);
		await expect(figure(page, "Succeeded")).toContainText("0%");
		await region(page).getByText("The last 5 errors").click();
		await region(page).getByRole("button", { name: "Try again now" }).click();
		await expect(page.getByText("The errors were cleared; the endpoint is asked again.")).toBeVisible();
		await expect(region(page).getByRole("button", { name: "Try again now" })).toHaveCount(0);
		crm.answer(customerPath, found({ name: "Lucía" }));
		await chat.bringToFront();
		await open("team");
		await open("lucia");
		await expect(card(panel)).toBeVisible();
		expect(crm.received(customerPath)).toHaveLength(6);
	});
});

/** Has the CRM asked so many times, by leaving the chat and opening it again. */
async function ask({ crm, open, panel, chat }: Stage, count: number): Promise<void> {
	await chat.bringToFront();
	const before = crm.received(customerPath).length;
	for (let asked = 1; asked <= count; asked++) {
		await open("team");
		await open("lucia");
		await expect.poll(() => crm.received(customerPath).length).toBe(before + asked);
		await expect(card(panel)).toBeVisible();
	}
}

test("tells of a field that was in every answer and is gone, until that is accepted", async ({ stage }) => {
	const { crm, connect, panel } = stage;
	crm.answer(customerPath, found({ name: "Lucía", email: "lucia@example.com" }));
	await connect({ cache_ttl_s: 0 });
	await ask(stage, 20);
	// What is learned is learned a second later.
	await expect
		.poll(() => panel.evaluate(async () => JSON.stringify(await chrome.storage.local.get("crm_shapes"))))
		.toMatch(/"customer\.email",\{[^}]*"streak":20\b/);
	crm.answer(customerPath, found({ name: "Lucía" }));
	await ask(stage, 3);
	await withSettings(stage, "#/overview", async (page) => {
		const notice = page.getByRole("status").filter({ hasText: "The answers of Customer have changed" });
		await expect(notice).toContainText("customer.email", { timeout: 15_000 });
		await notice.getByRole("link", { name: "Look" }).click();
		await expect(region(page)).toContainText(
			/customer\.email was in every answer until \w.+, missing since \w/,
		);
		await page.setViewportSize(narrow);
		expect(await overflowing(page)).toEqual([]);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), colorScheme).toEqual([]);
		}
		await region(page).getByRole("button", { name: "That is fine: customer.email" }).click();
		await expect(page.getByText("customer.email is learned anew")).toBeVisible();
		await expect(region(page)).not.toContainText("missing since");
	});
});

test("is accessible in light and dark, fits 320 px, and its chart is chosen with the keyboard", async ({
	stage,
}) => {
	await stage.connect();
	await someCalls(stage);
	await withSettings(stage, "#/health", async (page) => {
		await page.setViewportSize(narrow);
		await expect(figure(page, "Calls")).toContainText("10");
		await region(page).getByText("The last 2 errors").click();
		await region(page).getByRole("button", { name: "7 days" }).focus();
		await page.keyboard.press("Enter");
		await expect(figure(page, "Calls")).toContainText("20");
		expect(await overflowing(page)).toEqual([]);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), colorScheme).toEqual([]);
		}
	});
});

for (const locale of ["es", "pt_BR"] as const)
	test(`speaks ${locale}`, async () => {
		await withStage({ locale: locale.replace("_", "-") }, async (stage) => {
			const texts = readTexts(locale);
			await stage.connect();
			await someCalls(stage);
			await withSettings(stage, "#/health", async (page) => {
				await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts("settings_pages_health"));
				await expect(page.getByText(texts("settings_health_rate"), { exact: true }).first()).toBeVisible();
				await page.setViewportSize(narrow);
				expect(await overflowing(page)).toEqual([]);
				expect(await untranslated(page)).toEqual([]);
			});
		});
	});
