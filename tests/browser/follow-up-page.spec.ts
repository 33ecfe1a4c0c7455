import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { defaultFollowUp } from "../../lib/followup/settings";
import { accessibilityProblems } from "./support/accessibility";
import { aRun, followUps, storeFollowUps } from "./support/follow-ups";
import { narrow, overflowing, untranslated } from "./support/layout";
import { send, settingsUrl, stored, withSettings } from "./support/options-page";
import { json } from "./support/replies";
import { customerPath, expect, type Stage, setStage, test, withScene } from "./support/stage";
import { readTexts, type Texts } from "./support/texts";

const place = "#/follow-up";
const runsPlace = "#/follow-up/:runs";
const resultsPlace = "#/follow-up/:results";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const saved = async (page: Page) => ((await stored(page, "settings")) as { followup: unknown }).followup;

/** Three who fell silent and one who bought, as the demo has them. */
async function keepChats({ panel, open, connect, crm }: Stage): Promise<void> {
	crm.answer(customerPath, json({ found: false }));
	await connect();
	for (const [index, key] of ["carla", "bruno", "hannah", "paco"].entries()) {
		await open(key);
		await expect
			.poll(async () => ((await send(panel, "previewFollowUp")) as unknown[]).length)
			.toBeGreaterThanOrEqual(index + 1);
	}
}

/** Everything that came of a month: twelve found, nine contacted, four answered, two bought. */
async function storeMonth(page: Page, now: number): Promise<void> {
	const [first] = followUps(now);
	if (!first) throw new Error("There is no follow-up to copy.");
	const month = Array.from({ length: 12 }, (_, index) => {
		const foundAt = now - (index % 6) * 3 * 24 * 3_600_000;
		return {
			...first,
			id: `month-${index} 1`,
			attempt: 1 + (index % 2),
			state: "contacted" as const,
			foundAt,
			finding: { ...first.finding, productMentioned: index < 3 ? null : index < 8 ? "Linen" : "=Lamp" },
			...(index < 9 && { contactedAt: foundAt + 1 }),
			...(index < 4 && { repliedAt: foundAt + 2 }),
			...(index < 2 && { convertedAt: foundAt + 3 }),
			...(index === 11 && {
				state: "dismissed" as const,
				dismissedAt: now,
				dismissedBecause: "no-interest" as const,
			}),
		};
	});
	const before = { ...first, id: "before 1", foundAt: now - 60 * 24 * 3_600_000 };
	await storeFollowUps(page, [...month, before], [aRun(now)]);
}

const rowsOf = (page: Page, table: string) =>
	page
		.getByRole("table", { name: table, exact: true })
		.getByRole("row")
		.evaluateAll((rows) =>
			rows
				.map((row) => [...row.querySelectorAll("tbody th, td")].map((cell) => cell.textContent?.trim()))
				.filter((cells) => cells.length > 0),
		);

test("saves every rule, and shows it again", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await field(page, "Look for follow-ups by itself").check();
		await field(page, "At").selectOption("18");
		await field(page, "Saturday").check();
		await field(page, "Monday").uncheck();
		await field(page, "Keep messages, days").fill("90");
		await field(page, "Intent at least").selectOption("high");
		await field(page, "Looks back").selectOption("24");
		await field(page, "At most, each run").fill("7");
		await field(page, "Numbers left out").fill("+34 612 34 56 78, 0034612345678\n+5511987654321");
		await field(page, "Leave out who has ordered since").uncheck();
		await button(page, "Add a word").click();
		await field(page, "Word or phrase").fill("wholesale");
		await field(page, "Counts, -1 to 1").fill("-1");
		await expect(page.getByText("Never followed up", { exact: true })).toBeVisible();
		await field(page, "Counts, -1 to 1").fill("-0.4");
		await button(page, "Add wording").click();
		await field(page, "Text").fill("Hi {name}, still thinking about {product}?");
		await field(page, "Language").selectOption("en");
		await field(page, "Objection").selectOption("price");
		await field(page, "Let the model judge and write").uncheck();
		await button(page, "Save").click();
		await expect(page.getByText("The follow-up is saved.")).toBeVisible();
		await expect(button(page, "Save")).toHaveCount(0);
		const wanted = {
			...defaultFollowUp,
			enabled: true,
			run_hour: 18,
			run_days: [2, 3, 4, 5, 6],
			keep_messages_days: 90,
			minimum_intent: "high",
			lookback_hours: 24,
			most_per_run: 7,
			skip_ordered: false,
			excluded_phones: ["+34612345678", "+5511987654321"],
			words: [{ text: "wholesale", weight: -0.4 }],
			templates: [
				{
					text: "Hi {name}, still thinking about {product}?",
					language: "en",
					outcome: null,
					objection: "price",
					attempt: null,
				},
			],
			use_model: false,
		};
		expect(await saved(page)).toEqual(wanted);
		await page.reload();
		await expect(field(page, "Numbers left out")).toHaveValue("+34 612 34 56 78\n+55 11 98765 4321");
		await expect(field(page, "Word or phrase")).toHaveValue("wholesale");
		await expect(field(page, "Monday")).not.toBeChecked();
		// Nothing was changed, so nothing has to be saved.
		await expect(button(page, "Save")).toHaveCount(0);
	});
});

test("refuses what cannot be stored, and says which field it is", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await field(page, "Attempts with one customer").fill("11");
		await field(page, "Numbers left out").fill("+34 612 34 56 78\n612 34 56 78\nhola");
		await field(page, "At most, each run").fill("1e2");
		await button(page, "Add a word").click();
		await button(page, "Add wording").click();
		await button(page, "Save").click();
		await expect(
			page.getByText("Line 2: “612 34 56 78” is no phone number with its country.\nLine 3: “hola”", {
				exact: false,
			}),
		).toBeVisible();
		await expect(page.getByText("Say which word it is.")).toBeVisible();
		await expect(page.getByText("Write what is suggested.")).toBeVisible();
		await expect(page.getByText("A whole number from 1 to 500.")).toBeVisible();
		await expect(page.locator("[aria-invalid=true]")).toHaveCount(5);
		await field(page, "Text").fill("Hola {nombre}");
		await expect(
			page.getByText("{nombre} is not filled in: there are only {name} and {product}."),
		).toBeVisible();
		expect(await stored(page, "settings")).toBeUndefined();
		await button(page, "Remove word 1").click();
		await button(page, "Remove wording 1").click();
		await button(page, "Discard").click();
		await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
	});
});

test("says that nothing can be found when nothing is kept, and asks before changes are lost", async ({
	stage,
}) => {
	await withSettings(stage, place, async (page) => {
		await field(page, "Keep messages, days").fill("0");
		await expect(page.getByText(/Nothing is kept, so nothing can be found/)).toBeVisible();
		await page.getByRole("link", { name: "Runs", exact: true }).click();
		await expect(page.getByRole("dialog")).toContainText("Leave without saving?");
		await button(page, "Stay").click();
		await expect(field(page, "Keep messages, days")).toHaveValue("0");
		await button(page, "Discard").click();
	});
});

test("a preview shows whom a run would find and why not the others, and does nothing", async ({ stage }) => {
	await keepChats(stage);
	await withSettings(stage, runsPlace, async (page) => {
		await expect(page.getByText("It has not looked yet.")).toBeVisible();
		await button(page, "Preview").click();
		const preview = part(page, "Preview");
		await expect(preview.getByRole("status")).toHaveText("3 would be found · 1 left alone");
		await expect(preview.getByRole("heading", { level: 3 })).toHaveCount(3);
		await preview
			.getByText(/signs? it is based on/)
			.first()
			.click();
		await expect(preview.getByText(/^“.+”$/).first()).toBeVisible();
		await expect(preview.getByText("In Chatside's wording.").first()).toBeVisible();
		await preview.getByText("Has bought").click();
		await expect(preview.getByText("Paco Giménez")).toBeVisible();
		expect(await send(page, "listFollowUps", { limit: 10 })).toEqual([]);
		await button(page, "Close the preview").click();
		await expect(preview).toHaveCount(0);
	});
});

test("a run that is started here is listed, and what it found is due in the panel", async ({ stage }) => {
	const { panel } = stage;
	await keepChats(stage);
	await withSettings(stage, runsPlace, async (page) => {
		await button(page, "Look now").click();
		await expect(page.getByText("Chats: 4 · Found: 3")).toBeVisible();
		await button(page, "Look now").click();
		await expect(page.getByText("Chats: 4 · Found: 0")).toBeVisible();
		await page.getByRole("link", { name: "Results", exact: true }).click();
		// Two runs looked at the same four.
		expect(await rowsOf(page, "Why the others were left alone last")).toEqual([
			["Is on the list already", "3"],
			["Has bought", "1"],
		]);
		await page.getByRole("link", { name: "Runs", exact: true }).click();
		await expect(page.getByText("By hand")).toHaveCount(2);
	});
	await expect(panel.getByRole("tab", { name: "Follow-ups , 3 due" })).toBeVisible();
});

test("shows how far a run is, and starts no second one beside it", async ({ stage }) => {
	const { endedAt: _, ...underWay } = aRun(Date.now());
	await storeFollowUps(stage.panel, [], [{ ...underWay, done: 30, found: 1 }]);
	await withSettings(stage, runsPlace, async (page) => {
		await expect(page.getByRole("progressbar")).toHaveJSProperty("value", 30);
		await expect(page.getByText("30 of 120 chats, 1 found")).toBeVisible();
		await expect(button(page, "Looking…")).toHaveAttribute("aria-disabled", "true");
		await expect(button(page, "Preview")).toBeDisabled();
		expect(await accessibilityProblems(page)).toEqual([]);
		// Pages are told when it has come to its end.
		await storeFollowUps(page, [], [aRun(Date.now())]);
		await expect(button(page, "Look now")).toBeVisible();
		await expect(page.getByRole("progressbar")).toHaveCount(0);
	});
});

test("tells what came of it in numbers, and gives it as a file", async ({ stage }) => {
	const now = Date.now();
	await storeMonth(stage.panel, now);
	await withSettings(stage, resultsPlace, async (page) => {
		await expect(page.getByTestId("funnel")).toBeVisible();
		await expect(page.getByRole("table", { name: "Why the others were left alone last" })).toHaveCount(0);
		expect(await rowsOf(page, "What came of it")).toEqual([
			["Found", "12", "100%"],
			["Contacted", "9", "75%"],
			["Replied", "4", "33%"],
			["Bought", "2", "17%"],
		]);
		expect(await rowsOf(page, "By intent")).toEqual([["High intent", "12", "9", "4", "2"]]);
		expect(await rowsOf(page, "By attempt")).toEqual([
			["Attempt 1", "6", "5", "2", "1"],
			["Attempt 2", "6", "4", "2", "1"],
		]);
		expect(await rowsOf(page, "By product")).toEqual([
			["Linen", "5", "5", "1", "0"],
			["=Lamp", "4", "1", "0", "0"],
			["Without a product", "3", "3", "3", "2"],
		]);
		expect(await rowsOf(page, "Why some were dismissed")).toEqual([["No interest", "1"]]);
		await page.getByText("As a table").click();
		const days = await rowsOf(page, "Over time");
		expect(days).toHaveLength(6);
		expect(days.reduce((sum, [, found]) => sum + Number(found), 0)).toBe(12);

		const [csv] = await Promise.all([page.waitForEvent("download"), button(page, "Export CSV").click()]);
		const lines = (await readFile(await csv.path(), "utf8")).split("\r\n");
		expect(lines).toContain("total,,12,9,4,2,");
		expect(lines).toContain("product,'=Lamp,4,1,0,0,");
		const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Export JSON").click()]);
		expect(JSON.parse(await readFile(await file.path(), "utf8"))).toMatchObject({
			total: { found: 12, contacted: 9, replied: 4, converted: 2 },
		});

		await button(page, "90 days").click();
		await expect
			.poll(async () => (await rowsOf(page, "What came of it"))[0])
			.toEqual(["Found", "13", "100%"]);
	});
});

test("what was learned of dismissals is told, and can be forgotten", async ({ stage }) => {
	const { panel } = stage;
	const [first] = followUps(Date.now());
	if (first) await storeFollowUps(panel, [first]);
	await withSettings(stage, place, async (page) => {
		await expect(page.getByText("Nothing has been learned yet.")).toBeVisible();
		await send(page, "actOnFollowUp", { id: "a1 1", action: { do: "dismiss", because: "not-a-sale" } });
		await page.reload();
		await expect(page.getByRole("row").filter({ hasText: "Asked for the price" })).toHaveText(/90%$/);
		await button(page, "Forget it").click();
		await page.getByRole("dialog").getByRole("button", { name: "Forget it", exact: true }).click();
		await expect(page.getByText("Nothing has been learned yet.")).toBeVisible();
		expect(await send(page, "getLearnedWeights")).toEqual({});
	});
});

async function looks(page: Page, stage: Stage, texts: Texts): Promise<void> {
	for (const target of [place, runsPlace, resultsPlace]) {
		await page.goto(settingsUrl(stage, target));
		await page.reload();
		if (target === runsPlace) await button(page, texts("followUp_page_run_preview")).click();
		if (target === resultsPlace) await page.getByText(texts("followUp_page_funnel_asTable")).click();
		if (target === place) {
			await button(page, texts("followUp_page_words_add")).click();
			await button(page, texts("followUp_page_messages_add")).click();
			await button(page, texts("settings_save")).click();
			await expect(page.locator("[aria-invalid=true]")).toHaveCount(2);
		}
		expect(await overflowing(page), target).toEqual([]);
		expect(await untranslated(page), target).toEqual([]);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			expect(await accessibilityProblems(page), `${target} ${colorScheme}`).toEqual([]);
		}
		if (target === place) {
			await button(page, texts("followUp_page_words_remove").replace("$1", "1")).click();
			await button(page, texts("followUp_page_messages_remove").replace("$1", "1")).click();
			await expect(button(page, texts("settings_save"))).toHaveCount(0);
		}
	}
}

for (const { language, locale } of [
	{ language: "en", locale: "en" },
	{ language: "es", locale: "es" },
	{ language: "pt-BR", locale: "pt_BR" },
])
	test(`is accessible in light and dark, and fits 320 px, in ${language}`, async () => {
		await withScene({ locale: language }, async (scene) => {
			const stage = await setStage(scene);
			await storeMonth(stage.panel, Date.now());
			await withSettings(stage, place, async (page) => {
				await page.setViewportSize(narrow);
				await looks(page, stage, readTexts(locale));
			});
		});
	});
