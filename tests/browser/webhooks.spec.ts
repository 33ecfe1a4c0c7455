import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { approveHost } from "../../demo/browser/host-permission";
import { accessibilityProblems } from "./support/accessibility";
import { configureWebhook } from "./support/deliveries";
import { pressTabUntilFocused } from "./support/keyboard";
import { narrow, overflowing, untranslated } from "./support/layout";
import { withSettings } from "./support/options-page";
import { hangUp, html, json, type Reply, redirect } from "./support/replies";
import type { Received } from "./support/scripted-crm";
import { expect, type Stage, setStage, test, withScene } from "./support/stage";
import { readTexts, type Texts } from "./support/texts";

const place = "#/webhooks";
const hookPath = "/hook";
const snippets = join(import.meta.dirname, "../../lib/webhooks/verify");
const pythonDriver = join(import.meta.dirname, "../fixtures/verify/run.py");
const secretText = "correct horse battery ñ";

const urlField = (page: Page) => page.getByLabel("URL", { exact: true });
const secretField = (page: Page) => page.getByLabel("Secret", { exact: true });
const saveButton = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const confirmDialog = (page: Page) => page.getByRole("dialog", { name: "Change the webhook?" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** What would change, as the dialog says it: what, from, to. */
const shownDifference = (page: Page) =>
	confirmDialog(page)
		.locator("dl > div")
		.evaluateAll((rows) =>
			rows.map((row) =>
				["dt", "dd > :first-child", "ins"].map((part) => row.querySelector(part)?.textContent),
			),
		);

type Config = {
	webhook_enabled: boolean;
	webhook_url: string;
	webhook_events: string[];
	has_secret: boolean;
};
const stored = async ({ tool }: Stage) => (await tool("get_webhook_config", {})) as Config;

const untouched: Config = {
	webhook_enabled: false,
	webhook_url: "",
	webhook_events: ["phone.detected", "followup.detected"],
	has_secret: false,
};

async function apply(page: Page): Promise<void> {
	await saveButton(page).click();
	await confirmDialog(page).getByRole("button", { name: "Apply" }).click();
	await expect(page.getByText("The webhook was changed.")).toBeVisible();
	await expect(confirmDialog(page)).toHaveCount(0);
	await expect(saveButton(page)).toHaveCount(0);
}

/** Sends the test event from the page and gives it as the server received it. */
async function sendTest(page: Page, { crm }: Stage): Promise<Received> {
	const before = crm.received(hookPath).length;
	await button(page, "Send test event").click();
	// The browser itself repeats a request whose connection, kept from an earlier one, is cut.
	await expect.poll(() => crm.received(hookPath).length).toBeGreaterThan(before);
	const received = crm.received(hookPath).at(-1);
	if (!received) throw new Error("Nothing was received.");
	return received;
}

/** Whether the code shown to users finds a request genuine, by each of the two signatures. */
function verifiedByPython({ headers, body }: Received, secret: string): [boolean, boolean] {
	const request = { headers, body: Buffer.from(body).toString("base64"), secret };
	const output = execFileSync("python3", [pythonDriver, snippets], { input: JSON.stringify([request]) });
	return JSON.parse(output.toString())[0];
}

/** The event, when Standard Webhooks' own library finds the request genuine; throws otherwise. */
function verifiedByLibrary({ headers, body }: Received, secret: string): unknown {
	const reference = secret.startsWith("whsec_")
		? new Webhook(secret)
		: new Webhook(new TextEncoder().encode(secret), { format: "raw" });
	return reference.verify(body, headers as Record<string, string>);
}

test("saves nothing before the exact difference was confirmed, and nothing at all when that is cancelled", async ({
	stage,
}) => {
	const { crm } = stage;
	await withSettings(stage, place, async (page) => {
		await expect(saveButton(page)).toHaveCount(0);
		await page.getByLabel("Send events").check();
		await urlField(page).fill(`${crm.url}${hookPath}`);
		await button(page, "Generate a secret").click();
		await page.getByLabel("followup.replied").check();
		await page.getByLabel("phone.detected").uncheck();
		const difference = [
			["Send events", "No", "Yes"],
			["URL", "nothing", `${crm.url}${hookPath}`],
			["Events", "phone.detected, followup.detected", "followup.detected, followup.replied"],
			["Secret", "not set", "set"],
		];
		await saveButton(page).click();
		await expect.poll(() => shownDifference(page)).toEqual(difference);
		expect(await stored(stage)).toMatchObject(untouched);
		await expect(confirmDialog(page)).toContainText(
			`followup.detected, followup.replied and what they tell about your customers go to ${new URL(crm.url).host}.`,
		);
		await confirmDialog(page).getByRole("button", { name: "Cancel" }).click();
		await expect(confirmDialog(page)).toHaveCount(0);
		await expect(saveButton(page)).toBeFocused();
		expect(await stored(stage)).toMatchObject(untouched);
		// What was typed is still there.
		await expect(urlField(page)).toHaveValue(`${crm.url}${hookPath}`);

		await saveButton(page).click();
		await expect(confirmDialog(page)).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(confirmDialog(page)).toHaveCount(0);
		expect(await stored(stage)).toMatchObject(untouched);

		await saveButton(page).click();
		await expect.poll(() => shownDifference(page)).toEqual(difference);
		await confirmDialog(page).getByRole("button", { name: "Apply" }).click();
		await expect(page.getByText("The webhook was changed.")).toBeVisible();
		expect(await stored(stage)).toMatchObject({
			webhook_enabled: true,
			webhook_url: `${crm.url}${hookPath}`,
			webhook_events: ["followup.detected", "followup.replied"],
			has_secret: true,
		});
		await page.reload();
		await expect(urlField(page)).toHaveValue(`${crm.url}${hookPath}`);
		await expect(page.getByLabel("phone.detected")).not.toBeChecked();
		await expect(saveButton(page)).toHaveCount(0);
	});
	expect(crm.received()).toEqual([]);
});

test("shows the difference anew when the webhook was changed elsewhere in between", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, place, async (page) => {
		await urlField(page).fill(`${crm.url}/mine`);
		await saveButton(page).click();
		await expect(confirmDialog(page)).toBeVisible();
		await configureWebhook(stage, { webhook_url: `${crm.url}/theirs` });
		await confirmDialog(page).getByRole("button", { name: "Apply" }).click();
		await expect.poll(() => shownDifference(page)).toEqual([["URL", `${crm.url}/theirs`, `${crm.url}/mine`]]);
		expect((await stored(stage)).webhook_url).toBe(`${crm.url}/theirs`);
		await confirmDialog(page).getByRole("button", { name: "Apply" }).click();
		await expect.poll(async () => (await stored(stage)).webhook_url).toBe(`${crm.url}/mine`);
	});
});

test("shows at once what was changed elsewhere, in the fields nobody is changing here", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, place, async (page) => {
		await urlField(page).fill(`${crm.url}/mine`);
		await configureWebhook(stage, {
			webhook_events: ["followup.converted"],
			webhook_url: `${crm.url}/theirs`,
		});
		await expect(page.getByLabel("followup.converted")).toBeChecked();
		await expect(page.getByLabel("phone.detected")).not.toBeChecked();
		await expect(urlField(page)).toHaveValue(`${crm.url}/mine`);
	});
});

test("generates, hides, reveals, rotates, replaces and removes the secret", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		const field = secretField(page);
		const reveal = button(page, "Show the secret");
		await button(page, "Generate a secret").click();
		await expect(field).toHaveValue(/^whsec_[A-Za-z0-9+/]{43}=$/);
		const first = await field.inputValue();
		await apply(page);

		await expect(field).toHaveValue("••••••");
		await expect(field).not.toBeEditable();
		expect(await page.content()).not.toContain(first);
		await reveal.click();
		await expect(field).toHaveValue(first);
		await expect(field).toHaveAttribute("type", "text");
		await reveal.click();
		await expect(field).toHaveValue("••••••");
		await expect(field).toHaveAttribute("type", "password");
		await expect(saveButton(page)).toHaveCount(0);

		await button(page, "Generate a new secret").click();
		const second = await field.inputValue();
		expect(second).not.toBe(first);
		await saveButton(page).click();
		await expect.poll(() => shownDifference(page)).toEqual([["Secret", "set", "another secret"]]);
		await confirmDialog(page).getByRole("button", { name: "Cancel" }).click();
		await button(page, "Keep the stored one").click();
		await reveal.click();
		await expect(field).toHaveValue(first);

		await button(page, "Type another").click();
		await expect(field).toBeFocused();
		await page.keyboard.type(secretText);
		await apply(page);
		await expect(field).toHaveValue("••••••");
		await reveal.click();
		await expect(field).toHaveValue(secretText);

		await button(page, "Remove").click();
		await expect(field).toHaveAccessibleDescription("The stored secret will be removed.");
		await saveButton(page).click();
		await expect.poll(() => shownDifference(page)).toEqual([["Secret", "set", "not set"]]);
		await confirmDialog(page).getByRole("button", { name: "Apply" }).click();
		await expect(button(page, "Generate a secret")).toBeVisible();
	});
	expect((await stored(stage)).has_secret).toBe(false);
});

for (const { name, secret } of [
	{ name: "one of its own", secret: undefined },
	{ name: "one typed, with letters beyond ASCII", secret: secretText },
])
	test(`sends a test event that the code shown and Standard Webhooks verify, signed with a secret: ${name}`, async ({
		stage,
	}) => {
		const { crm } = stage;
		crm.answer(hookPath, json({ ok: true }));
		await withSettings(stage, place, async (page) => {
			await urlField(page).fill(`${crm.url}${hookPath}`);
			if (secret) await secretField(page).fill(secret);
			else await button(page, "Generate a secret").click();
			const key = await secretField(page).inputValue();
			await apply(page);
			const received = await sendTest(page, stage);
			await expect(page.getByText("Delivered", { exact: true })).toBeVisible();
			await expect(page.getByText(/^HTTP 200 · \d+ ms$/)).toBeVisible();

			expect(crm.received()).toHaveLength(1);
			expect(received.method).toBe("POST");
			expect(received.headers["content-type"]).toBe("application/json");
			expect(received.headers["x-webhook-event"]).toBe("test");
			expect(verifiedByPython(received, key)).toEqual([true, true]);
			expect(verifiedByLibrary(received, key)).toMatchObject({ event: "test", data: { test: true } });
			const forged = { ...received, body: received.body.replace("true", "false") };
			expect(forged.body).not.toBe(received.body);
			expect(verifiedByPython(forged, key)).toEqual([false, false]);
			expect(() => verifiedByLibrary(forged, key)).toThrow();

			// What is shown as sent is what arrived, without the secret.
			await page.getByText("Request as it was sent").click();
			const shown = page.getByRole("region", { name: "Request as it was sent" });
			await expect(shown).toContainText(received.body);
			await expect(shown).toContainText(String(received.headers["webhook-signature"]));
			await expect(shown).toContainText(String(received.headers["x-wazion-signature"]));
			expect(await page.content()).not.toContain(key);
		});
	});

test("sends an unsigned test event without a secret", async ({ stage }) => {
	const { crm } = stage;
	crm.answer(hookPath, json({}));
	await configureWebhook(stage, { webhook_url: `${crm.url}${hookPath}` });
	await withSettings(stage, place, async (page) => {
		const { headers } = await sendTest(page, stage);
		expect(headers["webhook-id"]).toMatch(/^evt_/);
		expect(headers).not.toHaveProperty("webhook-signature");
		expect(headers).not.toHaveProperty("x-wazion-signature");
	});
});

test("shows the very files as code to verify the signature with", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		for (const [language, file] of [
			["Python", "verify.py"],
			["Node", "verify.mjs"],
			["PHP", "verify.php"],
			["Go", "verify.go"],
		] as const) {
			await page.getByRole("tab", { name: language }).click();
			await expect(page.getByRole("tab", { name: language })).toHaveAttribute("aria-selected", "true");
			const shown = await page.getByRole("tabpanel", { name: language }).locator("pre").textContent();
			expect(shown, file).toBe(readFileSync(join(snippets, file), "utf8"));
		}
		await page.keyboard.press("ArrowRight");
		await expect(page.getByRole("tab", { name: "Python" })).toBeFocused();
		await page.keyboard.press("ArrowLeft");
		await expect(page.getByRole("tab", { name: "Go" })).toHaveAttribute("aria-selected", "true");
	});
});

const unhelpful: { what: string; answer: Reply; says: string; status?: number }[] = [
	{
		what: "500",
		answer: html(500),
		says: "answered with status 500. Only 2xx counts as delivered.",
		status: 500,
	},
	{
		what: "a redirect",
		answer: redirect("/elsewhere"),
		says: "answered with a redirect, which is not followed. Enter the final URL.",
	},
	{ what: "nothing but a hang-up", answer: hangUp, says: "does not answer. Check that the server runs" },
];

test("says why a test event did not arrive", async ({ stage }) => {
	const { crm } = stage;
	const { host } = new URL(crm.url);
	await configureWebhook(stage, { webhook_url: `${crm.url}${hookPath}` });
	await withSettings(stage, place, async (page) => {
		const alert = page.getByRole("alert");
		for (const { what, answer, says, status } of unhelpful)
			await test.step(what, async () => {
				crm.answer(hookPath, answer);
				await sendTest(page, stage);
				await expect(alert).toContainText("Not delivered");
				await expect(alert).toContainText(`${host} ${says}`);
				if (status) await expect(page.getByText(new RegExp(`^HTTP ${status} · \\d+ ms$`))).toBeVisible();
			});
		expect(crm.received("/elsewhere")).toEqual([]);
		crm.answer(hookPath, html(500));
		await sendTest(page, stage);
		await expect(alert).toContainText("status 500");
		await crm.stop();
		await button(page, "Send test event").click();
		await expect(alert).toContainText(`${host} does not answer. Check that the server runs`);
	});
});

test("asks for access to the webhook's host, and sends nothing there without it", async ({ stage }) => {
	const { browser, elsewhere } = stage;
	const pattern = `${elsewhere.url}/*`;
	elsewhere.answer(hookPath, json({}));
	await configureWebhook(stage, { webhook_url: `${elsewhere.url}${hookPath}` });
	await withSettings(stage, place, async (page) => {
		await expect(page.getByText("Access needed")).toBeVisible();
		await button(page, "Send test event").click();
		await expect(page.getByRole("alert")).toContainText("Chatside needs your permission");
		expect(elsewhere.received()).toEqual([]);
		await approveHost(browser.context, browser.extensionId, pattern);
		await button(page, "Grant access").click();
		await expect(page.getByText("Access needed")).toHaveCount(0);
		await button(page, "Send test event").click();
		await expect(page.getByText("Delivered", { exact: true })).toBeVisible();
	});
});

const refusedUrls = [
	["hooks.example.com/chatside", "Write the whole address"],
	["https://user:secret@hooks.example.com/", "Take the user name and password out of the address"],
	["file:///etc/passwd", "The address must begin with https://"],
	["javascript:alert(1)", "The address must begin with https://"],
	["http://hooks.example.com/", "Plain http:// is accepted only for this computer and your own network"],
	["", "Events need a URL to go to."],
] as const;

test("refuses addresses and secrets it cannot use, says why, and stores nothing", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, place, async (page) => {
		await page.getByLabel("Send events").check();
		await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
		for (const [address, says] of refusedUrls) {
			await urlField(page).fill(address);
			await saveButton(page).click();
			await expect(urlField(page), address).toBeFocused();
			await expect(urlField(page)).toHaveAccessibleDescription(new RegExp(`^${says.replace(/\./g, "\\.")}`));
		}
		await urlField(page).fill(`${crm.url}${hookPath}`);
		for (const [secret, says] of [
			["short", "At least 8 characters."],
			["with a space at its end ", "It begins or ends with a space."],
			["whsec_not base64!", "Behind “whsec_” a secret is base64; this one is not."],
			["x".repeat(257), "At most 256 characters."],
		] as const) {
			await secretField(page).fill(secret);
			await saveButton(page).click();
			await expect(secretField(page)).toHaveAccessibleDescription(says);
			await expect(secretField(page)).toBeFocused();
		}
		await expect(confirmDialog(page)).toHaveCount(0);
		await button(page, "Discard").click();
		await expect(urlField(page)).toHaveValue("");
		await expect(secretField(page)).toHaveValue("");
		await expect(page.getByLabel("Send events")).not.toBeChecked();
	});
	expect(await stored(stage)).toMatchObject(untouched);
});

test("does not shout while a secret is still being typed", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		await secretField(page).pressSequentially("short");
		await expect(secretField(page)).toHaveAttribute("aria-invalid", "false");
		await page.keyboard.press("Tab");
		await expect(secretField(page)).toHaveAccessibleDescription("At least 8 characters.");
	});
});

test("changes the webhook with the keyboard alone", async ({ stage }) => {
	const { crm } = stage;
	await withSettings(stage, place, async (page) => {
		await pressTabUntilFocused(page, page.getByLabel("Send events"));
		await page.keyboard.press("Space");
		await page.keyboard.press("Tab");
		await expect(urlField(page)).toBeFocused();
		await page.keyboard.type(`${crm.url}${hookPath}`);
		await page.keyboard.press("Enter");
		await expect(confirmDialog(page)).toBeVisible();
		await pressTabUntilFocused(page, confirmDialog(page).getByRole("button", { name: "Apply" }));
		await page.keyboard.press("Enter");
		await expect(page.getByText("The webhook was changed.")).toBeVisible();
		await pressTabUntilFocused(page, page.getByLabel("followup.converted"));
	});
	expect((await stored(stage)).webhook_enabled).toBe(true);
});

/** Everything the page can show at once: a stored webhook, a new secret, an error and a test that failed. */
async function fill(stage: Stage, page: Page, texts: Texts): Promise<void> {
	const { crm } = stage;
	crm.answer(hookPath, html(500));
	await configureWebhook(stage, { webhook_url: `${crm.url}${hookPath}`, webhook_secret: secretText });
	await page.reload();
	await button(page, texts("settings_webhooks_test_send")).click();
	await expect(page.getByRole("alert")).toBeVisible();
	const folded = page.locator("details:not([open]) > summary");
	while ((await folded.count()) > 0) await folded.first().click();
	await button(page, texts("settings_webhooks_secret_rotate")).click();
	await page.getByLabel(texts("settings_webhooks_url_label"), { exact: true }).fill("http://example.com");
	await page.keyboard.press("Tab");
	await expect(page.locator("[aria-invalid=true]")).toHaveCount(1);
}

async function confirmation({ crm }: Stage, page: Page, texts: Texts): Promise<void> {
	await page
		.getByLabel(texts("settings_webhooks_url_label"), { exact: true })
		.fill(`${crm.url}/${"a".repeat(80)}`);
	await button(page, texts("settings_save")).click();
	await expect(page.getByRole("dialog")).toBeVisible();
}

test("is accessible in light and dark, and fits 320 px", async ({ stage }) => {
	await withSettings(stage, place, async (page) => {
		const texts = readTexts("en");
		await fill(stage, page, texts);
		for (const state of ["the page", "the confirmation"]) {
			if (state === "the confirmation") await confirmation(stage, page, texts);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
				expect(await accessibilityProblems(page), `${state}, ${colorScheme}`).toEqual([]);
			}
			await page.setViewportSize(narrow);
			expect(await overflowing(page), state).toEqual([]);
		}
	});
});

test("speaks Spanish, and fits 320 px in it", async () => {
	await withScene({ locale: "es" }, async (scene) => {
		const stage = await setStage(scene);
		await withSettings(stage, place, async (page) => {
			const texts = readTexts("es");
			await page.setViewportSize(narrow);
			await fill(stage, page, texts);
			await expect(page.getByRole("alert")).toContainText("No entregado");
			expect(await untranslated(page)).toEqual([]);
			expect(await overflowing(page)).toEqual([]);
			await confirmation(stage, page, texts);
			await expect(page.getByRole("dialog", { name: "¿Cambiar el webhook?" })).toBeVisible();
			expect(await untranslated(page)).toEqual([]);
			expect(await overflowing(page)).toEqual([]);
		});
	});
});
