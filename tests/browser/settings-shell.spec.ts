import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { narrow, overflowing } from "./support/layout";
import { settingsUrl, withSettings } from "./support/options-page";
import { expect, type Stage, setStage, test, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

const pages = [
	{ place: "#/overview", title: "Overview" },
	{ place: "#/crm-endpoints", title: "CRM endpoints" },
	{ place: "#/health", title: "CRM health" },
	{ place: "#/webhooks", title: "Webhooks" },
	{ place: "#/deliveries", title: "Deliveries" },
	{ place: "#/functions", title: "Custom functions" },
	{ place: "#/assistant", title: "Assistant" },
	{ place: "#/follow-up", title: "Follow-up" },
	{ place: "#/console", title: "Console" },
	{ place: "#/mcp-bridge", title: "MCP bridge" },
	{ place: "#/page-reading", title: "Reading the page" },
	{ place: "#/activity", title: "Activity" },
	{ place: "#/history", title: "History" },
	{ place: "#/privacy", title: "Data and privacy" },
];

/** The list of pages; a page may have parts of its own to choose from. */
const navigation = (page: Page) => page.getByRole("navigation").first();
const search = (page: Page) => navigation(page).getByRole("searchbox");
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const links = (page: Page) => navigation(page).getByRole("link");

test("gives each page an address that a reload keeps, and back and forward follow", async ({ stage }) => {
	await withSettings(stage, "#/privacy", async (page) => {
		await expect(title(page, "Data and privacy")).toBeVisible();
		for (const { place, title: name } of pages) {
			await navigation(page).getByRole("link", { name, exact: true }).click();
			await expect(title(page, name)).toBeVisible();
			await expect(page).toHaveURL(settingsUrl(stage, place));
			await expect(page).toHaveTitle(new RegExp(`^${name} · `));
			await expect(navigation(page).locator("[aria-current=page]")).toHaveText(name);
			await expect(page.getByRole("main")).toBeFocused();
		}
		await page.reload();
		await expect(title(page, "Data and privacy")).toBeVisible();
		await page.goBack();
		await expect(title(page, "History")).toBeVisible();
		await page.goBack();
		await expect(title(page, "Activity")).toBeVisible();
		await page.goForward();
		await expect(title(page, "History")).toBeVisible();
	});
});

for (const place of ["#/nothing-like-that", "#nonsense", "#/", "#/webhooksx/secret", "#/%E0%A4%A/%E0%A4%A"])
	test(`leads from an address it does not know to the overview: ${place}`, async ({ stage }) => {
		await withSettings(stage, place, async (page) => {
			await expect(title(page, "Overview")).toBeVisible();
			await expect(navigation(page).locator("[aria-current=page]")).toHaveText("Overview");
		});
	});

test("opens one endpoint, or one setting, by its address", async ({ stage }) => {
	await withSettings(stage, "#/crm-endpoints/search_Products", async (page) => {
		const card = page.getByRole("region", { name: "Products", exact: true });
		await expect(card.getByLabel("URL", { exact: true })).toBeVisible();
		await page.goto(settingsUrl(stage, "#/webhooks/secret"));
		await expect(page.getByLabel("Secret", { exact: true })).toBeFocused();
		await expect(page.getByLabel("Secret", { exact: true })).toBeInViewport();
		await page.goto(settingsUrl(stage, "#/webhooks/verify"));
		await expect(page.getByRole("tab", { name: "Python" })).toBeInViewport();
		// What is no part of a page is the page.
		await page.goto(settingsUrl(stage, "#/webhooks/%00nothing"));
		await expect(title(page, "Webhooks")).toBeVisible();
	});
});

type Search = { typed: string; finds: string; on: string; leads: string };
const searches: Record<string, Search[]> = {
	en: [
		{ typed: "hmac", finds: "Webhook secret", on: "Webhooks", leads: "#/webhooks/secret" },
		{ typed: "  WEBHOOK   secret ", finds: "Webhook secret", on: "Webhooks", leads: "#/webhooks/secret" },
		{ typed: "python", finds: "Verification code", on: "Webhooks", leads: "#/webhooks/verify" },
		{ typed: "phone.detected", finds: "Webhook events", on: "Webhooks", leads: "#/webhooks/events" },
		{
			typed: "timeout",
			finds: "Timeout of an endpoint",
			on: "CRM endpoints",
			leads: "#/crm-endpoints/sidePanel_CustomerInfo",
		},
		{
			typed: "cache",
			finds: "Cache of customers",
			on: "CRM endpoints",
			leads: "#/crm-endpoints/sidePanel_CustomerInfo",
		},
		{
			typed: "globalsearch",
			finds: "Search everywhere",
			on: "CRM endpoints",
			leads: "#/crm-endpoints/globalSearch",
		},
		{ typed: "export", finds: "Export settings", on: "Data and privacy", leads: "#/privacy" },
		{ typed: "requests", finds: "Activity", on: "Activity", leads: "#/activity" },
		{ typed: "undo", finds: "Undo a change", on: "History", leads: "#/history" },
		{ typed: "selector", finds: "Reading the page", on: "Reading the page", leads: "#/page-reading" },
	],
	es: [
		{ typed: "codigo", finds: "Código de verificación", on: "Webhooks", leads: "#/webhooks/verify" },
		{
			typed: "tiempo maximo",
			finds: "Tiempo máximo de un endpoint",
			on: "Endpoints del CRM",
			leads: "#/crm-endpoints/sidePanel_CustomerInfo",
		},
		{ typed: "secreto", finds: "Secreto del webhook", on: "Webhooks", leads: "#/webhooks/secret" },
		{ typed: "peticiones", finds: "Actividad", on: "Actividad", leads: "#/activity" },
		{ typed: "borrar", finds: "Borrar datos", on: "Datos y privacidad", leads: "#/privacy" },
		{
			typed: "LECTURA PAGINA",
			finds: "Lectura de la página",
			on: "Lectura de la página",
			leads: "#/page-reading",
		},
	],
	"pt-BR": [
		{ typed: "alteracao", finds: "Desfazer uma alteração", on: "Histórico", leads: "#/history" },
		{
			typed: "codigo de verificacao",
			finds: "Código de verificação",
			on: "Webhooks",
			leads: "#/webhooks/verify",
		},
		{ typed: "segredo", finds: "Segredo do webhook", on: "Webhooks", leads: "#/webhooks/secret" },
		{ typed: "funcoes", finds: "Importar funções", on: "Funções próprias", leads: "#/functions" },
	],
};

async function findAll(stage: Stage, wanted: Search[]): Promise<void> {
	await withSettings(stage, "", async (page) => {
		for (const { typed, finds, on, leads } of wanted) {
			await search(page).fill(typed);
			const result = links(page).filter({ hasText: finds });
			await expect(result.first(), typed).toHaveText(`${finds}${on}`);
			await result.first().click();
			await expect(page).toHaveURL(settingsUrl(stage, leads));
			await expect(search(page)).toHaveValue("");
			await expect(title(page, on)).toBeVisible();
		}
	});
}

for (const [language, wanted] of Object.entries(searches))
	test(`finds settings by their words in ${language}, however they are accented`, async () => {
		await withScene({ locale: language }, async (scene) => findAll(await setStage(scene), wanted));
	});

test("says so when nothing is called that, and Escape brings the pages back", async ({ stage }) => {
	await withSettings(stage, "", async (page) => {
		await search(page).fill("kaleidoscope");
		await expect(navigation(page).getByText("Nothing is called that.")).toBeVisible();
		await expect(links(page)).toHaveCount(0);
		await page.keyboard.press("Enter");
		await expect(title(page, "Overview")).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(links(page)).toHaveCount(pages.length);
		await expect(search(page)).toHaveValue("");
	});
});

test("is searched with the keyboard: slash, arrows, Enter", async ({ stage }) => {
	await withSettings(stage, "", async (page) => {
		await expect(title(page, "Overview")).toBeVisible();
		await page.keyboard.press("/");
		await expect(search(page)).toBeFocused();
		await expect(search(page)).toHaveValue("");
		await page.keyboard.type("webhook");
		await expect(links(page).nth(2)).toBeVisible();
		await page.keyboard.press("ArrowDown");
		await expect(links(page).first()).toBeFocused();
		await page.keyboard.press("ArrowDown");
		await expect(links(page).nth(1)).toBeFocused();
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("ArrowUp");
		await expect(search(page)).toBeFocused();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowDown");
		const second = await links(page).nth(1).getAttribute("href");
		await page.keyboard.press("Enter");
		await expect(page).toHaveURL(settingsUrl(stage, second ?? ""));
		// The setting that was looked for has the focus; typing goes on only then.
		await expect(page.getByLabel("URL", { exact: true })).toBeFocused();

		await search(page).focus();
		await page.keyboard.type("secret");
		await page.keyboard.press("Enter");
		await expect(page).toHaveURL(settingsUrl(stage, "#/webhooks/secret"));
		await expect(page.getByLabel("Secret", { exact: true })).toBeFocused();
	});
});

test("leaves a slash that is typed where it is typed", async ({ stage }) => {
	await withSettings(stage, "#/webhooks", async (page) => {
		const url = page.getByLabel("URL", { exact: true });
		await url.pressSequentially("https://a/b");
		await expect(url).toHaveValue("https://a/b");
		await expect(url).toBeFocused();
		await search(page).pressSequentially("a/b");
		await expect(search(page)).toHaveValue("a/b");
		await page.getByLabel("Send events").focus();
		await page.keyboard.press("Control+/");
		await expect(page.getByLabel("Send events")).toBeFocused();
		await page.keyboard.press("/");
		await expect(search(page)).toBeFocused();
	});
});

for (const { where, place, change } of [
	{ where: "an endpoint", place: "#/crm-endpoints/globalSearch", change: "URL" },
	{ where: "the webhook", place: "#/webhooks", change: "URL" },
	{ where: "the selectors", place: "#/page-reading", change: "composer" },
])
	test(`asks before unsaved changes are lost: ${where}`, async ({ stage }) => {
		await withSettings(stage, place, async (page) => {
			const field = page.getByLabel(change, { exact: true });
			const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
			const history = navigation(page).getByRole("link", { name: "History" });
			await field.fill("https://typed.example.com");
			await history.click();
			await dialog.getByRole("button", { name: "Stay" }).click();
			await expect(dialog).toHaveCount(0);
			await expect(field).toHaveValue("https://typed.example.com");
			await expect(page).toHaveURL(settingsUrl(stage, place));

			await history.click();
			await expect(dialog).toBeVisible();
			await page.keyboard.press("Escape");
			await expect(dialog).toHaveCount(0);
			await expect(field).toHaveValue("https://typed.example.com");

			// A reload asks with the browser's own question; "no" stays.
			const asked = page.waitForEvent("dialog");
			const reload = page.evaluate(() => location.reload()).catch(() => undefined);
			const question = await asked;
			expect(question.type()).toBe("beforeunload");
			await question.dismiss();
			await reload;
			await expect(field).toHaveValue("https://typed.example.com");

			await history.click();
			await dialog.getByRole("button", { name: "Discard changes" }).click();
			await expect(title(page, "History")).toBeVisible();
			await page.goto(settingsUrl(stage, place));
			await expect(field).toHaveValue("");
		});
	});

test("asks nothing once everything is as it was", async ({ stage }) => {
	await withSettings(stage, "#/webhooks", async (page) => {
		const url = page.getByLabel("URL", { exact: true });
		await url.fill("https://typed.example.com");
		await url.fill("");
		await navigation(page).getByRole("link", { name: "History" }).click();
		await expect(title(page, "History")).toBeVisible();
		await expect(page.getByRole("dialog")).toHaveCount(0);
	});
});

test("is accessible in light and dark, and fits 320 px, with the search and the question open too", async ({
	stage,
}) => {
	const texts = readTexts("en");
	await withSettings(stage, "#/webhooks", async (page) => {
		await page.getByLabel("URL", { exact: true }).fill("https://typed.example.com");
		const states: [string, () => Promise<void>][] = [
			["the question", () => navigation(page).getByRole("link", { name: "History" }).click()],
			["the search", () => search(page).fill("webhook")],
		];
		for (const [name, arrive] of states) {
			await page.setViewportSize({ width: 1280, height: 720 });
			await arrive();
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
				expect(await accessibilityProblems(page), `${name}, ${colorScheme}`).toEqual([]);
			}
			await page.setViewportSize(narrow);
			expect(await overflowing(page), name).toEqual([]);
			const stay = page.getByRole("button", { name: texts("settings_unsaved_stay") });
			if (await stay.isVisible()) await stay.click();
		}
	});
});
