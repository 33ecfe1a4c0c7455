import { cast } from "../../demo/cast";
import { accessibilityProblems } from "./support/accessibility";
import { cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { createGate } from "./support/gate";
import { narrow, overflowing } from "./support/layout";
import { withSettings } from "./support/options-page";
import { html, json, text } from "./support/replies";
import { expect, type Stage, test } from "./support/stage";

const contextPath = "/customer-context";
const part = ({ panel }: Stage) => panel.getByTestId("assistant-context");
const summary = (stage: Stage) => part(stage).getByText("What the assistant knows").first();
const asked = ({ crm }: Stage) => crm.received(contextPath).map(({ phone }) => phone);
const openRow = { status: "gold", recentOrders: [{ name: "#1003", amount: 80 }], likes: "tea" };

/** Connects the CRM with a context endpoint, and opens Lucía's chat. */
async function openLucia(stage: Stage): Promise<void> {
	const { crm, tool, open, panel } = stage;
	await connectToKnowAll(stage);
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "ai_CustomerInitialInfo", url: `${crm.url}${contextPath}`, method: "POST" },
	});
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await expect(part(stage)).toBeVisible();
}

test("is asked for by who opens it, once a conversation, and again on Refresh", async ({ stage }) => {
	const { crm, open, panel } = stage;
	crm.answer(contextPath, json(openRow));
	await openLucia(stage);
	expect(asked(stage)).toEqual([]);
	await summary(stage).click();
	await expect(part(stage)).toContainText("gold");
	await expect(part(stage)).toContainText("#1003");
	await expect(part(stage)).toContainText("Updated this minute");
	expect(asked(stage)).toEqual([cast.lucia.phone]);

	await open("marco");
	await expect(cardHeading(panel, nameFor(cast.marco.phone))).toBeVisible();
	await expect(part(stage)).not.toHaveAttribute("open");
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await summary(stage).click();
	await expect(part(stage)).toContainText("gold");
	expect(asked(stage)).toEqual([cast.lucia.phone]);

	crm.answer(contextPath, json({ ...openRow, status: "platinum" }));
	await part(stage).getByRole("button", { name: "Ask again what the assistant knows" }).click();
	await expect(part(stage)).toContainText("platinum");
	expect(asked(stage)).toHaveLength(2);
});

test("may be plain text", async ({ stage }) => {
	stage.crm.answer(contextPath, text("Loves tea.\nPays late."));
	await openLucia(stage);
	await summary(stage).click();
	await expect(part(stage)).toContainText("Loves tea.");
});

test("says why there is none, and keeps what is known when asking again fails", async ({ stage }) => {
	const { crm } = stage;
	crm.answer(contextPath, html(500));
	await openLucia(stage);
	await summary(stage).click();
	await expect(part(stage).getByRole("alert")).toContainText("Your CRM answered with error 500");
	crm.answer(contextPath, json(openRow));
	await part(stage).getByRole("button", { name: "Retry" }).click();
	await expect(part(stage)).toContainText("gold");
	crm.answer(contextPath, html(503));
	await part(stage).getByRole("button", { name: "Ask again what the assistant knows" }).click();
	await expect(part(stage)).toContainText("Your CRM answered with error 503");
	await expect(part(stage)).toContainText("gold");
});

test("never shows the answer for one customer beside another", async ({ stage }) => {
	const { crm, open, panel } = stage;
	const gate = createGate();
	crm.answer(contextPath, async ({ phone }) => {
		if (phone === cast.lucia.phone) await gate.passed;
		return json({ about: phone });
	});
	await openLucia(stage);
	await summary(stage).click();
	await expect.poll(() => asked(stage)).toEqual([cast.lucia.phone]);
	await open("marco");
	await expect(cardHeading(panel, nameFor(cast.marco.phone))).toBeVisible();
	await summary(stage).click();
	await expect(part(stage)).toContainText(cast.marco.phone);
	gate.open();
	await expect(part(stage)).not.toContainText(cast.lucia.phone);
});

test("is among what is stored, and can be deleted", async ({ stage }) => {
	stage.crm.answer(contextPath, json(openRow));
	await openLucia(stage);
	await summary(stage).click();
	await expect(part(stage)).toContainText("gold");
	await withSettings(stage, "#/privacy", async (page) => {
		const row = page.locator("[data-kind=contexts]");
		await expect(row).toContainText("1 answer");
		await row.getByRole("button").click();
		await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
		await expect(row).toContainText("nothing");
	});
});

test("is not there without an endpoint for it", async ({ stage }) => {
	await connectToKnowAll(stage);
	await stage.open("lucia");
	await expect(cardHeading(stage.panel, nameFor(cast.lucia.phone))).toBeVisible();
	await expect(part(stage)).toHaveCount(0);
});

test("is accessible in light and dark, and fits 320 px", async ({ stage }) => {
	const { crm, panel } = stage;
	await panel.emulateMedia({ reducedMotion: "reduce" });
	const deep = { a: { b: { c: { d: { e: { f: "deep" } } } } } };
	crm.answer(contextPath, json({ ...openRow, deep, long: "word".repeat(80) }));
	await openLucia(stage);
	await summary(stage).click();
	await expect(part(stage)).toContainText("gold");
	await part(stage).getByText("As it came").click();
	await panel.setViewportSize(narrow);
	expect(await overflowing(panel)).toEqual([]);
	for (const colorScheme of ["light", "dark"] as const) {
		await panel.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await summary(stage).scrollIntoViewIfNeeded();
		expect(await accessibilityProblems(panel), colorScheme).toEqual([]);
	}
});
