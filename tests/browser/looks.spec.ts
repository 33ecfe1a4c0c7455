import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./support/accessibility";
import { narrow, overflowing, untranslated } from "./support/layout";
import { panelStates } from "./support/panel-states";
import { expect, setStage, test, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

/** Everything on the console from now on, such as a message without a text. */
function listen(page: Page): string[] {
	const said: string[] = [];
	page.on("console", (message) => {
		// A picture or an answer that does not arrive is logged by the browser itself.
		if (!message.text().startsWith("Failed to load resource")) said.push(message.text());
	});
	return said;
}

for (const { name, arrive } of panelStates)
	test(`is accessible in light and dark, and fits 320 px: ${name}`, async ({ stage }) => {
		const { panel } = stage;
		const said = listen(panel);
		// Colours that are still changing have no contrast to measure.
		await panel.emulateMedia({ reducedMotion: "reduce" });
		await arrive(stage, readTexts("en"));
		await panel.setViewportSize(narrow);
		expect(await overflowing(panel)).toEqual([]);
		expect(await untranslated(panel)).toEqual([]);
		await expect(panel.locator("html")).toHaveAttribute("lang", "en-US");
		for (const colorScheme of ["light", "dark"] as const) {
			await panel.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(panel), colorScheme).toEqual([]);
		}
		expect(said).toEqual([]);
	});

test("has an accessible page for repairing selectors in light and dark", async ({ stage }) => {
	const { browser, connect } = stage;
	await connect({ auth: { type: "header", fields: { Authorization: "Bearer abc" } } });
	const options = await browser.context.newPage();
	try {
		await options.setViewportSize(narrow);
		await options.emulateMedia({ reducedMotion: "reduce" });
		await options.goto(`chrome-extension://${browser.extensionId}/options.html#/page-reading`);
		await options.getByLabel("composer", { exact: true }).fill("[[");
		await expect(options.getByText("Not a valid CSS selector.")).toBeVisible();
		expect(await overflowing(options)).toEqual([]);
		for (const colorScheme of ["light", "dark"] as const) {
			await options.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(options), colorScheme).toEqual([]);
		}
	} finally {
		await options.close();
	}
});

for (const { language, locale } of [
	{ language: "es", locale: "es" },
	{ language: "pt-BR", locale: "pt_BR" },
])
	test(`speaks ${language} in every state, and fits 320 px`, async () => {
		test.slow();
		await withScene({ locale: language }, async (scene) => {
			const texts = readTexts(locale);
			for (const { name, arrive } of panelStates)
				await test.step(name, async () => {
					const stage = await setStage(scene);
					const { panel } = stage;
					const said = listen(panel);
					await panel.setViewportSize(narrow);
					await arrive(stage, texts);
					await expect(panel.locator("html")).toHaveAttribute("lang", new RegExp(`^${locale.split("_")[0]}`));
					expect(await overflowing(panel)).toEqual([]);
					expect(await untranslated(panel)).toEqual([]);
					expect(said).toEqual([]);
				});
		});
	});

test("says everything in each language, and with the same placeholders", () => {
	const english = readTexts("en");
	const names = Object.keys(english.all);
	const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].sort();
	for (const locale of ["es", "pt_BR"]) {
		const texts = readTexts(locale);
		expect(Object.keys(texts.all).sort()).toEqual(names.sort());
		for (const name of names) {
			expect(texts(name).trim(), `${locale} ${name}`).not.toBe("");
			expect(placeholders(texts(name)), `${locale} ${name}`).toEqual(placeholders(english(name)));
		}
	}
});

test("stands still for people who asked for less motion", async ({ stage }) => {
	const { panel } = stage;
	await panel.emulateMedia({ reducedMotion: "reduce" });
	const slow = panelStates.find(({ name }) => name === "a slow CRM");
	await slow?.arrive(stage, readTexts("en"));
	const moving = await panel.evaluate(() => document.getAnimations().length);
	expect(moving).toBe(0);
});

test("moves while it waits, for everybody else", async ({ stage }) => {
	const { panel } = stage;
	await panel.emulateMedia({ reducedMotion: "no-preference" });
	const slow = panelStates.find(({ name }) => name === "a slow CRM");
	await slow?.arrive(stage, readTexts("en"));
	await expect.poll(() => panel.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
});
