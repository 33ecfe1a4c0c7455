import { expect, type Page, test } from "@playwright/test";
import { closeSidePanel } from "../../demo/browser/side-panel";
import { accessibilityProblems } from "./support/accessibility";
import { withBridge } from "./support/bridge-stage";
import { narrow, overflowing, untranslated } from "./support/layout";
import { someone } from "./support/stand-in-bridge";

const endpoint = { type: "search_Products", url: "https://shop.example.com/find", method: "GET" };
const added = { add_crm_endpoint: endpoint };

const card = (page: Page) => page.getByTestId("asked-call");
const approve = async (page: Page) => card(page).getByRole("button", { name: "Approve once" }).click();

test("answers queries at once, and lists the tools and resources", async () => {
	await withBridge(async ({ bridge, panel }) => {
		const hello = await bridge.greeted();
		expect(hello.profile.name).toMatch(/^profile-[0-9a-f]{4}$/);
		const config = await bridge.call("get_webhook_config");
		expect(config.result).toMatchObject({ isError: false, structuredContent: { webhook_enabled: false } });
		const { result: listed } = await bridge.request("tools/list").answer;
		expect(listed?.tools).toHaveLength(10);
		const { result: resources } = await bridge.request("resources/list").answer;
		expect(resources?.resources).toMatchObject([
			{ uri: "chatside://contract" },
			{ uri: "chatside://health" },
			{ uri: "chatside://deliveries" },
		]);
		const { result: contract } = await bridge.request("resources/read", { uri: "chatside://contract" })
			.answer;
		expect(JSON.stringify(contract)).toContain("# The wire contract");
		const { result: deliveries } = await bridge.request("resources/read", { uri: "chatside://deliveries" })
			.answer;
		expect(JSON.stringify(deliveries)).toContain("deliveries");
		await expect(card(panel)).toHaveCount(0);
	});
});

test("a change waits for the click in the panel, with exactly what it does, and can be undone in the log", async () => {
	await withBridge(async ({ bridge, panel, chat, options, message }) => {
		await chat.bringToFront();
		const asked = bridge.call("update_crm_endpoints", added);
		await expect(card(panel)).toContainText("“desk-assistant” wants to run update_crm_endpoints");
		await expect(card(panel)).toContainText("GET https://shop.example.com/find");
		expect(await message("callTool", { name: "get_crm_endpoints" })).toMatchObject({
			result: { structuredContent: { crm_endpoints: [] } },
		});
		await approve(panel);
		expect((await asked).result).toMatchObject({ isError: false });
		await expect(card(panel)).toHaveCount(0);
		expect(bridge.received).toContainEqual(expect.objectContaining({ type: "progress", progress: 1 }));

		await options.bringToFront();
		const log = options.getByRole("region", { name: "What they did" });
		await expect(log.getByText("search_Products", { exact: true })).toBeVisible();
		await log.getByText("update_crm_endpoints", { exact: true }).click();
		await expect(log).toContainText("you agreed");
		await log.getByRole("button", { name: "Undo…" }).click();
		await options.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
		await expect
			.poll(() => message("callTool", { name: "get_crm_endpoints" }))
			.toMatchObject({ result: { structuredContent: { crm_endpoints: [] } } });
	});
});

test("a refused call changes nothing, and a call its program gives up is gone", async () => {
	await withBridge(async ({ bridge, panel, chat, message }) => {
		await chat.bringToFront();
		const refused = bridge.call("update_crm_endpoints", added);
		await card(panel).getByRole("button", { name: "Refuse" }).click();
		expect((await refused).result).toMatchObject({ isError: true });

		const { id } = bridge.request("tools/call", { name: "update_crm_endpoints", arguments: added });
		await expect(card(panel)).toHaveCount(1);
		bridge.send({ type: "cancel", id });
		await expect(card(panel)).toHaveCount(0);
		expect(await message("callTool", { name: "get_crm_endpoints" })).toMatchObject({
			result: { structuredContent: { crm_endpoints: [] } },
		});
		const { rows } = (await message("listBridgeCalls", { filter: {}, limit: 10 })) as {
			rows: { state: string }[];
		};
		expect(rows.map(({ state }) => state)).toEqual(["cancelled", "refused"]);
	});
});

test("a click that finds another card where the first was, agrees to nothing", async () => {
	await withBridge(async ({ bridge, panel, chat }) => {
		await chat.bringToFront();
		bridge.request("tools/call", { name: "update_crm_endpoints", arguments: added });
		const other = bridge.request("tools/call", {
			name: "update_crm_endpoints",
			arguments: { add_crm_endpoint: { ...endpoint, type: "globalSearch" } },
		});
		await expect(card(panel)).toHaveCount(2);
		const buttons = panel.getByRole("button", { name: "Approve once" });
		for (const button of await buttons.all()) await expect(button).toHaveAttribute("aria-disabled", "false");
		await panel.evaluate(() => {
			const cards = () => [...document.querySelectorAll('[data-testid="asked-call"]')];
			const approve = () => cards()[0]?.querySelector<HTMLElement>("button[aria-disabled]")?.click();
			new MutationObserver((_, observer) => {
				if (cards().length !== 1) return;
				observer.disconnect();
				approve();
			}).observe(document.body, { childList: true, subtree: true });
			approve();
		});
		await expect(card(panel)).toHaveCount(1);
		await expect(buttons).toHaveAttribute("aria-disabled", "false");
		bridge.send({ type: "cancel", id: other.id });
		await expect(card(panel)).toHaveCount(0);
	});
});

test("a card shows what its call does by now when the settings are changed while it waits", async () => {
	await withBridge(async ({ bridge, panel, chat, tool }) => {
		await chat.bringToFront();
		const asked = bridge.call("update_crm_endpoints", added);
		await expect(card(panel)).toContainText("New");
		await tool("update_crm_endpoints", {
			add_crm_endpoint: { ...endpoint, url: "https://old.example.com/find" },
		});
		await expect(card(panel)).toContainText("have been changed since you looked");
		await expect(card(panel)).toContainText("https://old.example.com/find");
		await approve(panel);
		expect((await asked).result).toMatchObject({ isError: false });
		await expect(card(panel)).toHaveCount(0);
	});
});

test("of two programs that change the same, the second is agreed to against what the first has made", async () => {
	await withBridge(async ({ bridge, panel, chat, message }) => {
		await chat.bringToFront();
		const [one, other] = ["one", "other"].map((name) => ({
			name,
			answer: bridge.call(
				"update_crm_endpoints",
				{ add_crm_endpoint: { ...endpoint, url: `https://${name}.example.com/find` } },
				{ ...someone, session: name, name },
			),
		}));
		await expect(card(panel)).toHaveCount(2);
		const cardOf = (name: string) => card(panel).filter({ hasText: `“${name}” wants` });
		await cardOf("one").getByRole("button", { name: "Approve once" }).click();
		expect((await one?.answer)?.result).toMatchObject({ isError: false });
		await expect(card(panel)).toHaveCount(1);
		await expect(cardOf("other")).toContainText("have been changed since you looked");
		await expect(cardOf("other")).toContainText("https://one.example.com/find");
		await approve(panel);
		expect((await other?.answer)?.result).toMatchObject({ isError: false });
		expect(await message("callTool", { name: "get_crm_endpoints" })).toMatchObject({
			result: { structuredContent: { crm_endpoints: [{ url: "https://other.example.com/find" }] } },
		});
	});
});

test("of five cards one is agreed to, its program's others are refused at once, and another's stays", async () => {
	await withBridge(async ({ bridge, panel, chat, message }) => {
		await chat.bringToFront();
		const change = (name: string, from: string) =>
			bridge.call(
				"update_custom_functions",
				{ add_function: { name, endpoint: "https://api.example.com/x" } },
				{ ...someone, session: from, name: from },
			);
		const calls = [];
		for (const name of ["first", "second", "third", "fourth"]) {
			calls.push(change(name, "busy"));
			await expect(card(panel)).toHaveCount(calls.length);
		}
		const quiet = change("fifth", "quiet");
		await expect(card(panel)).toHaveCount(5);
		const cardOf = (text: string) => card(panel).filter({ hasText: text });
		await expect(cardOf("“quiet” wants").getByRole("button", { name: "Refuse all" })).toHaveCount(0);
		// All five can be reached, whatever the panel's height.
		for (const shown of await card(panel).all()) {
			await shown.scrollIntoViewIfNeeded();
			await expect(shown.getByRole("button", { name: "Approve once" })).toBeInViewport();
		}
		await cardOf("third").getByRole("button", { name: "Approve once" }).click();
		expect((await calls[2])?.result).toMatchObject({ isError: false });
		await expect(card(panel)).toHaveCount(4);
		await cardOf("first").getByRole("button", { name: "Refuse all" }).click();
		for (const index of [0, 1, 3])
			expect((await calls[index])?.result?.content?.[0]?.text).toContain("The user refused this call");
		await expect(card(panel)).toHaveCount(1);
		await expect(card(panel)).toContainText("“quiet” wants");
		await approve(panel);
		expect((await quiet).result).toMatchObject({ isError: false });
		const { rows } = (await message("listBridgeCalls", { filter: {}, limit: 10 })) as {
			rows: { state: string }[];
		};
		expect(rows.map(({ state }) => state).toSorted()).toEqual([
			"done",
			"done",
			"refused",
			"refused",
			"refused",
		]);
		expect(await message("callTool", { name: "get_custom_functions" })).toMatchObject({
			result: { structuredContent: { custom_functions: [{ name: "fifth" }, { name: "third" }] } },
		});
	});
});

test("while a call waits the icon says so, and a notification does where no card can be seen", async () => {
	await withBridge(async ({ bridge, panel, chat, options, browser }) => {
		const worker = await browser.serviceWorker();
		const told = () =>
			worker.evaluate(async () => ({
				badge: await chrome.action.getBadgeText({}),
				title: await chrome.action.getTitle({}),
				notifications: Object.keys(
					await new Promise<object>((resolve) => chrome.notifications.getAll(resolve)),
				),
			}));
		const quiet = { badge: "", title: "Chatside", notifications: [] };
		const calls: string[] = [];
		const ask = (type: string) =>
			calls.push(
				bridge.request("tools/call", {
					name: "update_crm_endpoints",
					arguments: { add_crm_endpoint: { ...endpoint, type } },
				}).id,
			);
		const giveUp = () => bridge.send({ type: "cancel", id: calls.pop() });
		const isWaiting = { badge: "1", title: "Chatside · 1 program's call waits for you" };

		expect(await told()).toEqual(quiet);
		await chat.bringToFront();
		ask("search_Products");
		await expect(card(panel)).toHaveCount(1);
		await expect.poll(told).toEqual({ ...isWaiting, notifications: [] });
		giveUp();
		await expect.poll(told).toEqual(quiet);

		// The panel lives on beside its tab, which is behind this one.
		await options.evaluate(() => {
			location.hash = "#/history";
		});
		await options.bringToFront();
		ask("search_Products");
		await expect.poll(told).toEqual({ ...isWaiting, notifications: ["bridge-approval"] });
		giveUp();
		await expect.poll(told).toEqual(quiet);

		await chat.bringToFront();
		await closeSidePanel(panel);
		ask("search_Products");
		await expect.poll(told).toEqual({ ...isWaiting, notifications: ["bridge-approval"] });
		ask("globalSearch");
		await expect.poll(told).toEqual({
			badge: "2",
			title: "Chatside · 2 calls of programs wait for you",
			notifications: ["bridge-approval"],
		});
		await worker.evaluate(() => {
			const { onClicked } = chrome.notifications as unknown as {
				onClicked: { dispatch(id: string): void };
			};
			onClicked.dispatch("bridge-approval");
		});
		await expect(card(options)).toHaveCount(2);
		await expect.poll(() => options.evaluate(() => document.visibilityState)).toBe("visible");
		await expect.poll(told).toMatchObject({ badge: "2", notifications: [] });
		await card(options).first().getByRole("button", { name: "Refuse all" }).click();
		await expect.poll(told).toEqual(quiet);
	});
});

test("an hour is for one connection alone", async () => {
	await withBridge(async ({ bridge, panel, chat, options }) => {
		await chat.bringToFront();
		const first = bridge.call("update_crm_endpoints", added);
		await card(panel).getByRole("button", { name: "Allow it for an hour" }).click();
		expect((await first).result).toMatchObject({ isError: false });
		const removed = { remove_crm_endpoint: endpoint.type };
		expect((await bridge.call("update_crm_endpoints", removed)).result).toMatchObject({ isError: false });

		const namesake = bridge.request(
			"tools/call",
			{ name: "update_crm_endpoints", arguments: added },
			{ ...someone, session: "s2" },
		);
		await expect(card(panel)).toHaveCount(1);
		bridge.send({ type: "cancel", id: namesake.id });
		await expect(card(panel)).toHaveCount(0);

		await options.bringToFront();
		await options.getByRole("button", { name: "Ask again" }).click();
		const again = bridge.request("tools/call", { name: "update_crm_endpoints", arguments: added });
		await expect(card(options)).toHaveCount(1);
		bridge.send({ type: "cancel", id: again.id });
	});
});

test("a program does what is set for it, and the webhook keeps its two calls", async () => {
	await withBridge(async ({ bridge, options, message }) => {
		await bridge.call("get_webhook_config");
		const choice = options.getByLabel("What desk-assistant may do");
		await choice.selectOption("read");
		await expect(choice).toHaveValue("read");
		expect((await bridge.call("update_crm_endpoints", added)).result?.content?.[0]?.text).toContain(
			"was not run",
		);
		await choice.selectOption("nothing");
		await expect(choice).toHaveValue("nothing");
		// What was chosen shows before it is stored.
		await expect
			.poll(async () => (await bridge.call("get_webhook_config")).result)
			.toMatchObject({ isError: true });
		expect((await bridge.request("tools/list").answer).result).toEqual({ tools: [] });

		await choice.selectOption("free");
		await options.getByLabel("configure_webhooks").check();
		await expect(options.getByLabel("configure_webhooks")).toBeChecked();
		const change = { webhook_url: "https://hooks.example.com/in", webhook_secret: "a-long-random-secret" };
		const warned = await bridge.call("configure_webhooks", change);
		expect(warned.result).toMatchObject({
			structuredContent: { applied: false, confirmation_required: true },
		});
		const log = options.getByRole("region", { name: "What they did" });
		await expect(log.locator("summary").filter({ hasText: "configure_webhooks" })).toContainText("Warned");
		const applied = await bridge.call("configure_webhooks", { ...change, confirm: true });
		expect(applied.result).toMatchObject({ structuredContent: { applied: true } });
		const kept = JSON.stringify(await message("listBridgeCalls", { filter: {}, limit: 100 }));
		expect(kept).not.toContain("a-long-random-secret");
	});
});

test("survives a hundred calls at once, frames that are none, and a bridge that dies", async () => {
	await withBridge(async ({ bridge, panel, chat, options, message }) => {
		const answers = await Promise.all(Array.from({ length: 100 }, () => bridge.call("get_crm_endpoints")));
		expect(answers.every(({ result }) => result?.isError === false)).toBe(true);

		for (const none of [null, 7, "text", [], {}, { type: "request" }, { type: "nothing", id: "x" }])
			bridge.send(none);
		bridge.send({ type: "request", id: "odd", client: someone, method: "tools/eat" });
		await expect
			.poll(() => bridge.received)
			.toContainEqual(
				expect.objectContaining({ id: "odd", error: expect.objectContaining({ code: -32600 }) }),
			);

		const changes = Array.from({ length: 100 }, (_, index) =>
			bridge.request(
				"tools/call",
				{
					name: "update_custom_functions",
					arguments: { add_function: { name: `f${index}`, endpoint: "https://api.example.com/x" } },
				},
				{ ...someone, session: `${index % 5}/s`, name: `agent ${index % 5}` },
			),
		);
		await chat.bringToFront();
		await expect(card(panel)).toHaveCount(20);
		const full = await Promise.race(changes.map(({ answer }) => answer));
		expect(full.result?.content?.[0]?.text).toContain("as many calls as can wait");

		bridge.die();
		await expect(card(panel)).toHaveCount(0);
		await options.bringToFront();
		await expect(options.getByText("Connected", { exact: true }).first()).toBeVisible();
		expect((await bridge.call("get_custom_functions")).result).toMatchObject({
			structuredContent: { custom_functions: [] },
		});
		expect(await message("callTool", { name: "get_custom_functions" })).toMatchObject({
			result: { structuredContent: { custom_functions: [] } },
		});
	});
});

test("a bridge of another version is told of, and answered with what to do", async () => {
	await withBridge(
		async ({ bridge, options }) => {
			await expect(options.getByText("Bridge too old")).toBeVisible();
			const { error } = await bridge.request("tools/list").answer;
			expect(error?.message).toContain("older");
		},
		{ hello: { type: "hello", wire: 0, version: "0.0.1" } },
	);
});

test("no button covers the text beside it at 320 px", async () => {
	await withBridge(async ({ options }) => {
		await options.setViewportSize(narrow);
		await expect(options.getByRole("button", { name: /^Copy/ }).first()).toBeVisible();
		const covering = await options.evaluate(() =>
			[...document.querySelectorAll("pre")].filter((code) => {
				const shown = code.parentElement?.getBoundingClientRect();
				const copy = code.parentElement?.parentElement?.querySelector("button")?.getBoundingClientRect();
				return !shown || !copy || copy.left < shown.right;
			}),
		);
		expect(covering).toHaveLength(0);
	});
});

for (const locale of ["en-US", "es", "pt-BR"])
	test(`page and card are accessible, and fit 320 px: ${locale}`, async () => {
		await withBridge(
			async ({ bridge, panel, chat, options, message }) => {
				await bridge.call("get_webhook_config");
				await message("setClientAccess", {
					key: "stdio:desk-assistant",
					access: { access: "free", tools: ["test_webhook"] },
				});
				bridge.request(
					"tools/call",
					{ name: "update_crm_endpoints", arguments: added },
					{ ...someone, session: "s2", name: "terminal agent", transport: "http" },
				);
				for (const page of [options, panel]) {
					await (page === panel ? chat : options).bringToFront();
					await expect(card(page)).toHaveCount(1);
					await page.emulateMedia({ reducedMotion: "reduce" });
					await page.setViewportSize(narrow);
					expect(await overflowing(page)).toEqual([]);
					expect(await untranslated(page)).toEqual([]);
					for (const colorScheme of ["light", "dark"] as const) {
						await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
						expect(await accessibilityProblems(page), colorScheme).toEqual([]);
						if (process.env.BRIDGE_SHOTS)
							await page.screenshot({
								path: `${process.env.BRIDGE_SHOTS}/${locale}-${page === panel ? "panel" : "page"}-${colorScheme}.png`,
								fullPage: page === options,
							});
					}
				}
				if (process.env.BRIDGE_SHOTS && locale === "en-US") {
					await options.bringToFront();
					await options.setViewportSize({ width: 1200, height: 900 });
					await options.emulateMedia({ colorScheme: "light" });
					await options.screenshot({ path: `${process.env.BRIDGE_SHOTS}/wide.png`, fullPage: true });
				}
			},
			{ locale },
		);
	});
